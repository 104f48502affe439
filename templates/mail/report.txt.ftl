${subject}

${verdict}

${t.text("mail." + kind + ".intro", values)}

${t.text("mail." + kind + ".standing")}
<#if kind == "final">

${t.text("mail.final.link")}:
${link}
</#if>

${t.text("mail.list")}
${t.text("mail.sender", {"organisation": t.text("organisation")})}
