# Candidates: projects that news tell of and the registry does not know

candidate-waits = 🌱 <b>News of a project that is not in the registry</b>
candidate-title = 🌱 <b>Candidate for the registry</b>
candidate-what = Only officials see it so far. What shall become of it?
candidate-look = Have a look
candidate-publish = Publish
candidate-complete = Complete
candidate-near = It is a known project
candidate-dismiss = Dismiss
candidate-story = Story { $number }
candidate-back = ← Back
candidate-project = Open the project
candidate-which = Which project is it?
candidate-dismiss-sure = Dismiss the candidate “{ $name }”? The story itself stays.
candidate-publish-done = Published: { $name } ({ $code }).
candidate-same-done = “{ $name }” is project { $code }. Its stories are there now.
candidate-dismiss-done = Dismissed: { $name }.
candidate-meanwhile = Somebody has just changed the candidate. Please look again.

proposal-of-story = 📰 A story tells of <b>{ $name }</b> otherwise than the registry:
proposal-source = Source: { $source }
