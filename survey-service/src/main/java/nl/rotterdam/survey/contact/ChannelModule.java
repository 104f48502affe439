// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.contact;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import nl.rotterdam.reporting.figure.Channel;

/** Channels in JSON and in the settings, by their code: reporting itself knows no JSON. */
public final class ChannelModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  public ChannelModule() {
    super("channels");
    addDeserializer(Channel.class, new Value());
    addKeyDeserializer(Channel.class, new Key());
  }

  private static final class Value extends StdScalarDeserializer<Channel> {
    private static final long serialVersionUID = 1L;

    Value() {
      super(Channel.class);
    }

    @Override
    public Channel deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String code = parser.getValueAsString("");
      if (code.isBlank()) {
        return null;
      }
      return Channel.of(code)
          .orElseThrow(() -> context.weirdStringException(code, Channel.class, "not a channel"));
    }
  }

  private static final class Key extends KeyDeserializer {
    @Override
    public Object deserializeKey(String code, DeserializationContext context) throws IOException {
      return Channel.of(code)
          .orElseThrow(() -> context.weirdKeyException(Channel.class, code, "not a channel"));
    }
  }
}
