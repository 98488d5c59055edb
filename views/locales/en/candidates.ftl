# Candidates: projects that news tell of and the registry does not know

candidate-waits = 🌱 <b>News about a project that is not in the registry</b>
candidate-title = 🌱 <b>Candidate for the registry</b>
candidate-what = So far only officials can see it. What should be done with it?
candidate-look = View
candidate-publish = ✅ Publish
candidate-complete = ✏️ Add details
candidate-near = Already in the registry
candidate-dismiss = ✕ Dismiss
candidate-story = Story { $number }
candidate-back = ‹ Back
candidate-project = Open the project
candidate-which = Which project is it?
candidate-dismiss-sure = Dismiss the candidate “{ $name }”? The story itself will stay.
candidate-publish-done = Published: { $name } ({ $code }).
candidate-same-done = “{ $name }” is project { $code }. Its stories have been moved there.
candidate-dismiss-done = Dismissed: { $name }.
candidate-meanwhile = Another official has just changed the candidate. Please look again.

proposal-of-story = 📰 A story about <b>{ $name }</b> differs from the registry:
proposal-source = Source: { $source }
news-waits = 📬 <b>News of projects waits for your decision</b>
news-waits-more = And { $count } more
news-waits-candidate =
    🌱 <b>{ $name }</b>
    This project is not in the registry.
