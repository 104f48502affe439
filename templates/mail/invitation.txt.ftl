${t.text("mail.greeting")}

${intro}

${t.text("mail.button")}:
${link}

${t.text("mail.until", {"until": until})}

${t.text("mail.privacy")}:
${privacy}

${t.text("mail.unsubscribe")}
${unsubscribe}

${t.text("mail.question")}

${t.text("mail.closing")}
${t.text("mail.signature")}
