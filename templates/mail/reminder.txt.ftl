${subject}

${t.text("mail.reminder.intro", values)}

${t.text("mail.reminder.standing")}

${t.text("mail.reminder.command")}:
java -jar survey-service.jar publish --month ${month} config.yml

${t.text("mail.reminder.api")}:
curl -X POST ${publicUrl}/v1/publications -H "X-Api-Key: $API_KEY" -H "Content-Type: application/json" -d '{"month": "${month}"}'

${t.text("mail.list")}
${t.text("mail.sender", {"organisation": t.text("organisation")})}
