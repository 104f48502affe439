# postContacts
curl -X POST "$URL/v1/contacts" -H "X-Api-Key: $API_KEY" -H 'Content-Type: application/json' \
  -d '{"externalId": "W-1", "channel": "social", "startedAt": "2025-06-10T09:45:00+02:00",
       "product": "Paspoort", "wijk": "Delfshaven", "cluster": "Burgerzaken", "language": "nl"}'

# getContacts
curl -G "$URL/v1/contacts" -H "X-Api-Key: $API_KEY" --data-urlencode 'externalId=W-1' -d language=en

# getContactsContactIdSurveyCodeSvg
curl "$URL/v1/contacts/$CONTACT_ID/survey-code.svg" -H "X-Api-Key: $API_KEY"

# getContactsContactIdSurveyCodePng
curl -o code.png "$URL/v1/contacts/$CONTACT_ID/survey-code.png" -H "X-Api-Key: $API_KEY"

# postContactsBulk
printf '%s\n' \
  '{"externalId": "T-1", "channel": "phone", "startedAt": "2025-06-10T09:00:00+02:00", "email": "name@example.org"}' \
  '{"externalId": "T-2", "channel": "phone", "startedAt": "2025-06-10T09:05:00+02:00", "phone": "+31612345678"}' |
  curl -X POST "$URL/v1/contacts/bulk" -H "X-Api-Key: $API_KEY" -H 'Content-Type: application/x-ndjson' --data-binary @-

# postCallbacks
curl -X POST "$URL/v1/callbacks" -H "X-Api-Key: $API_KEY" -H 'Content-Type: application/json' \
  -d '{"externalId": "B-1", "contactId": "T-1", "cluster": "Burgerzaken", "wijk": "Delfshaven",
       "createdAt": "2025-06-10T09:10:00+02:00", "handledAt": "2025-06-10T09:50:00+02:00"}'

# postEvents
curl -X POST "$URL/v1/events" -H "X-Api-Key: $API_KEY" -H 'Content-Type: application/cloudevents+json' \
  -d '{"specversion": "1.0", "type": "nl.rotterdam.peilschaal.contact-ended", "id": "1",
       "source": "urn:nld:oin:00000001003214345000:systeem:telefonie",
       "data": {"externalId": "E-1", "channel": "phone", "startedAt": "2025-06-10T09:20:00+02:00"}}'

# postCounts
curl -X POST "$URL/v1/counts" -H "X-Api-Key: $API_KEY" -H 'Content-Type: application/json' \
  -d '{"counts": [{"figure": "chats", "period": "2025-04", "value": 4120}]}'

# getCounts
curl "$URL/v1/counts" -H "X-Api-Key: $API_KEY"

# postBounces
printf 'From: postmaster@example.org\nSubject: Undelivered\n\nNobody is there.\n' |
  curl -X POST "$URL/v1/bounces" -H "X-Api-Key: $API_KEY" -H 'Content-Type: message/rfc822' --data-binary @-

# getFigures
curl "$URL/v1/figures?to=2025-05&figure=share&indicator=overall&channel=all" -H 'Accept: application/json'

# getVerdict
curl "$URL/v1/verdict?to=2025-05&language=en"

# getCharts
curl "$URL/v1/charts?to=2025-05&language=en"

# getChartsExhibit
curl -o chart.png "$URL/v1/charts/first_time_fix?format=png&width=800&to=2025-05&language=en"

# getReports
curl "$URL/v1/reports" -H "X-Api-Key: $API_KEY"

# getReportsMonthLanguageConceptPdf
curl -o concept.pdf "$URL/v1/reports/2025-05/nl/concept.pdf" -H "X-Api-Key: $API_KEY"

# postPublications
curl -X POST "$URL/v1/publications" -H "X-Api-Key: $API_KEY" -H 'Content-Type: application/json' \
  -d '{"month": "2025-05", "note": "Agreed on 10 June"}'

# getPublications
curl "$URL/v1/publications"

# getPublicationsMonth
curl "$URL/v1/publications/2025-05"

# getPublicationsMonthFiguresCsv
curl -o figures.csv "$URL/v1/publications/2025-05/figures.csv"

# getPublicationsMonthRestatedCsv
curl "$URL/v1/publications/2025-05/restated.csv"

# getReportsMonthLanguageFinalPdf
curl -o report.pdf "$URL/v1/reports/2025-05/nl/final.pdf"

# getPacksMonthCouncilPackZip
curl -o pack.zip "$URL/v1/packs/2025-05/council-pack.zip"

# getSignals
curl "$URL/v1/signals" -H "X-Api-Key: $API_KEY"

# getWebhookDeliveries
curl "$URL/v1/webhook-deliveries?limit=10" -H "X-Api-Key: $API_KEY"
