### What the bot says to a reader in English.
### Commands come as finished values; they are never written in pieces here.

## Start and help

start =
    <b>Welcome to Mujaz</b>
    From each story I choose its most important sentences, in the author's own words, and send them at your time.
    Subscribe with one tap, and your digest comes { $next }.
    Or choose first what interests you, the time and your city.
start-no-time =
    <b>Welcome to Mujaz</b>
    From each story I choose its most important sentences, in the author's own words, and send them at your time.
    Choose the time that suits you, and you are subscribed.
start-again =
    <b>Welcome back to Mujaz</b>
    { $state }
group-start =
    <b>Mujaz in your group</b>
    From each story I choose its most important sentences, in the author's own words.
    A digest now, for anyone: { $digest }
    For a digest here every day an administrator sends: { $subscribe }
group-start-again =
    <b>Mujaz in your group</b>
    { $state }
help-title = What you can ask for
help-line = { $command } — { $about }

command-start = Start talking to Mujaz
command-help = Commands and what they do
command-subscribe = Subscribe to the daily digest
command-pause = A rest: a day, a week or more
command-resume = Back after a rest
command-channel = Settings of a channel or group that you manage
command-language = Language of the bot
command-unsubscribe = Unsubscribe
command-digest = Your digest now
command-latest = Latest stories, all or of one topic
command-search = Search the stories: write the words after the command
command-article = A story by its number, written after the command
command-topics = The topics there are
command-privacy = What is kept of you, and for how long
command-mydata = Your data as a file
command-forget = Remove all your data
command-settings = Time, time zone, topics, length and language

button-subscribe = Subscribe
button-choose = Topics and time
button-choose-time = Choose the time
button-other-city = Another city
button-other-time = Another time
button-to-time = Next: the time
button-subscribe-topic = Subscribe to { $topic }
button-add-topic = Add { $topic }
button-unsubscribe = Unsubscribe
button-digest = Digest now
button-latest = Latest stories
button-settings = Settings
button-back = Back
button-close = Close
button-previous = Previous
button-next = Next
button-page = Open the page
button-source = Source
button-full = Full text

## Subscribing

subscribed =
    { $kind ->
        [group]
            <b>This group is subscribed</b>
            Its first digest comes { $next }.
            To change the time or topics: { $settings }
        [channel]
            <b>The channel is subscribed</b>
            Its first digest is posted { $next }.
            To change the time or topics: { $settings }
       *[private]
            <b>You are subscribed</b>
            Your first digest comes { $next }.
            To change the time or topics: { $settings }
    }
subscribed-already =
    { $kind ->
        [group]
            This group is already subscribed. Its next digest comes { $next }.
            To change the time or topics: { $settings }
        [channel]
            The channel is already subscribed. Its next digest is posted { $next }.
            To change the time or topics: { $settings }
       *[private]
            You are already subscribed. Your next digest comes { $next }.
            To change the time or topics: { $settings }
    }
subscribed-no-time =
    { $kind ->
        [group] This group is subscribed, but no delivery time is set. Choose one in { $settings }
        [channel] The channel is subscribed, but no delivery time is set. Choose one in { $settings }
       *[private] You are subscribed, but no delivery time is set. Choose one in { $settings }
    }
unsubscribed =
    { $kind ->
        [group]
            This group is unsubscribed, and no more digests will come here.
            Its settings are kept; come back any time: { $subscribe }

            Why? One tap is enough. And if a rest is all you need, choose its length.
        [channel]
            The channel is unsubscribed, and no more digests will be posted.
            Its settings are kept; come back any time: { $subscribe }

            Why? One tap is enough. And if a rest is all you need, choose its length.
       *[private]
            You are unsubscribed, and no more digests will come.
            Your settings are kept; come back any time: { $subscribe }

            Why? One tap is enough. And if a rest is all you need, choose its length.
    }
unsubscribed-already =
    { $kind ->
        [group] This group is not subscribed. To subscribe: { $subscribe }
        [channel] The channel is not subscribed. To subscribe: { $subscribe }
       *[private] You are not subscribed. To subscribe: { $subscribe }
    }
leave-too-many = Too many messages
leave-not-my-topics = Not my topics
leave-quality = The digests do not help me
leave-other = Another reason
left-thanks =
    Thank you, your answer was counted.
    How many stories, which topics and when: { $settings }. To come back: { $subscribe }
button-rest = Rest: { $span }

subscribed-toast = You are subscribed already.
begin-topics =
    Which news interests you?
    Choose one topic or several, or take them all.
begin-time = When should your digest come each day?
begin-other-time = Write the time you want, like { $example } or { $other }.
offer-topic-next =
    Do you want “{ $topic }” in a daily digest?
    Subscribe now, and it comes { $next }.
offer-topic = Do you want “{ $topic }” in a daily digest?
offer-add = “{ $topic }” is not among your topics. Add it?

## A rest

pause-title =
    For how long should digests stop? They come back by themselves.
    For another number of days: <code>{ $example }</code>
pause-days =
    { $count ->
        [7] a week
        [14] two weeks
        [30] a month
        [one] a day
       *[other] { $count } days
    }
pause-unread =
    I did not understand the number of days. Write it like <code>{ $example }</code>
    A rest lasts { $most ->
        [one] a day
       *[other] { $most } days
    } at the most.
# [no form] $days: comes as words
paused =
    Digests rest ({ $days }).
    They come back { $next }.
    To come back earlier: { $resume }
# [no form] $days: comes as words
paused-no-time =
    Digests rest ({ $days }).
    To come back earlier: { $resume }
resumed =
    { $kind ->
        [group] The digest is back. The next one comes to this group { $next }.
        [channel] The digest is back. The next one is posted in the channel { $next }.
       *[private] Digests are back. The next one comes { $next }.
    }
resumed-already =
    { $kind ->
        [group] The digest is not paused. The next one comes to this group { $next }.
        [channel] The digest is not paused. The next one is posted in the channel { $next }.
       *[private] Your digests are not resting. The next one comes { $next }.
    }
topic-gone =
    The topic that this digest went to is no longer in the group, so this once it came to all of you.
    Admins: send { $subscribe } in the topic where you want it from now on.
state-active =
    { $kind ->
        [group] The next digest comes to this group { $next }.
        [channel] The next digest is posted in the channel { $next }.
       *[private] Your next digest comes { $next }.
    }
next-at = { $day } at { $time }, { $city } time
next-today = today, { $day }, at { $time }, { $city } time
next-tomorrow = tomorrow, { $day }, at { $time }, { $city } time

## The digest

digest-title = Digest for { $day }
# [no form] $part: nothing is named that is counted
# [no form] $parts: nothing is named that is counted
digest-part = { $part } of { $parts }
digest-nothing =
    Nothing new since your last digest.
    Latest stories: { $latest }
digest-empty =
    There are no stories yet. They appear here as they arrive.
digest-no-match =
    There is nothing new in the topics you chose.
    To change them: { $settings }
digest-on-its-way = Your digest is on its way right now.
story-source =
    { $others ->
        [0] { $source }
        [one] { $source } and { $others } other
       *[other] { $source } and { $others } others
    }
ago-now = just now
ago-minutes =
    { $count ->
        [one] { $count } minute ago
       *[other] { $count } minutes ago
    }
ago-hours =
    { $count ->
        [one] { $count } hour ago
       *[other] { $count } hours ago
    }
ago-days =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }

## Latest stories and one story

latest-title = Latest stories
latest-title-topic = Latest stories: { $topic }
latest-empty = There are no stories yet. They appear here as they arrive.
latest-empty-topic =
    There are no stories in “{ $topic }” yet.
    Topics: { $topics }
latest-unknown-topic =
    I know no topic named “{ $topic }”.
    Topics: { $topics }
    To open one: { $command }
article-usage =
    Write the story's number after the command, like { $example }
    To see the numbers: { $latest }
article-usage-empty = There are no stories yet. They appear here as they arrive.
# [no form] $number: the name of an article
article-missing =
    There is no story number { $number }.
    Numbers run from { $first } to { $last }; the newest are in { $latest }
article-full = Full text
article-continued = Full text, continued
page-missing = There is no story of this number

## Search

search-usage =
    Write what you are looking for, like { $example }
    In one topic: { $narrowed }
    Since a day: { $dated }
    Words that stand together: { $quoted }
    Latest stories: { $latest }
search-count =
    { $count ->
        [one] { $count } result for “{ $words }”
       *[other] { $count } results for “{ $words }”
    }
search-none =
    Nothing found for “{ $words }”.
    Try fewer words, or another word for the same.
search-near = No word is spelt exactly so. These are the nearest.
search-topic = in { $topic }
search-since = since { $day }
search-until = until { $day }
search-date-unread =
    I did not understand the date “{ $date }”.
    Write it like this: { $example }
search-partial = The search index is still being built: there may be more shortly.

## Topics

topics-title = Topics
topics-line =
    { $count ->
        [0] { $topic }: nothing yet
        [one] { $topic }: { $count } story — { $command }
       *[other] { $topic }: { $count } stories — { $command }
    }
topics-empty = There are no stories yet, so no topics.
topics-choose = To choose which of them you get: { $settings }

## Settings

settings-title = Settings
settings-status-active = Subscription: on
settings-status-inactive = Subscription: off
settings-status-paused = Subscription: resting until { $day }
settings-status-paused-open = Subscription: resting
# [no form] $days: a list of names, no number.
settings-days = Days: { $days }
settings-quiet = Quiet hours: from { $from } to { $to }
settings-quiet-none = Quiet hours: none
settings-sound = Sound: digests come with a sound
settings-silent = Sound: digests come silently
settings-keeps-quiet = Nothing new: no message
settings-says-nothing = Nothing new: a message says so
settings-muted = Topics kept away: { $words }
settings-muted-none = Topics kept away: none
settings-follow = Followed words: { $words }
settings-follow-none = Followed words: none
settings-block = Blocked words: { $words }
settings-block-none = Blocked words: none
settings-alerts = Alerts: what you follow comes at once
settings-alerts-none = Alerts: none, what you follow comes in the digest
settings-items = Stories: { $items }
settings-digits = Digits: { $digits }
settings-calendar = Calendar: { $calendar }
settings-previews = Pictures: shown
settings-previews-none = Pictures: not shown
names-more =
    { $count ->
        [one] { $names } and { $count } more
       *[other] { $names } and { $count } more
    }
group-when = Days and quiet hours
group-what = Words and alerts
group-look = How it looks
button-when = Days and quiet
button-what = Words and alerts
button-look = How it looks
button-days = Days
button-quiet = Quiet hours
button-muted = Topics kept away
button-follow = Followed words
button-block = Blocked words
button-items = Stories
button-digits = Digits
button-calendar = Calendar
button-resume = Resume digests
switch-silent = Silent
switch-saynothing = Tell me when nothing is new
switch-alerts = Alert me to what I follow
switch-previews = Pictures and previews
settings-times = Time: { $times }
settings-times-none = Time: none set yet
settings-zone = Time zone: { $zone }
settings-topics = Topics: { $topics }
settings-topics-all = Topics: all
settings-length = Digest length: { $length }
settings-language = Language: { $language }
settings-next = Next digest: { $next }
settings-closed = Settings saved. To come back: { $settings }
button-time = Time
button-zone = Time zone
button-topics = Topics
button-length = Digest length
button-language = Language
button-add-time = Add a time
button-remove = Remove { $time }
button-remove-words = Remove “{ $words }”
button-add-words = Add words
button-minute-less = − 1 minute
button-minute-more = + 1 minute
button-topic-none = All topics
button-mute-none = Keep nothing away
button-quiet-other = Other hours
button-quiet-off = No quiet hours
day-sun = Sunday
day-mon = Monday
day-tue = Tuesday
day-wed = Wednesday
day-thu = Thursday
day-fri = Friday
day-sat = Saturday
days-all = Every day
days-work = Working days
days-none = none
days-title =
    On which days should your digest come?
    Working days are all but the weekend where you live: { $rest }.
days-last = Choose one day at least. To stop the digest, unsubscribe in the settings.
quiet-title =
    No alert comes in quiet hours. The digest times you chose stay as they are.
    Choose the hours, or write them, like { $example }
quiet-usual = { $from } to { $to }
quiet-from = When do quiet hours begin?
quiet-to = They begin at { $from }. When do they end?
quiet-same = They begin and end at one time. Choose two different times.
quiet-unread = I did not understand these hours. Write them like { $example }
list-follow-title = Followed words
list-follow-about = Stories with these words come first in your digest. Spelling variants, vowel marks and the article make no difference.
list-follow-ask = Write a word or phrase to follow. For more than one, write each on a line of its own.
list-block-title = Blocked words
list-block-about = Stories with these words do not come in your digest. Spelling variants, vowel marks and the article make no difference.
list-block-ask = Write a word or phrase whose stories you do not want. For more than one, write each on a line of its own.
phrases-none = The list is empty.
phrase-follow-added = You follow “{ $words }” now.
phrase-follow-moved = You follow “{ $words }” now; it left the blocked words.
phrase-block-added = Blocked “{ $words }”.
phrase-block-moved = Blocked “{ $words }”; it left the followed words.
phrase-known = “{ $words }” is in the list already.
phrase-empty = Nothing in “{ $words }” can be looked for. Write a word that means something by itself.
phrase-gone = This phrase is no longer in the list.
phrase-long =
    { $limit ->
        [one] “{ $words }” is too long. { $limit } character at most.
       *[other] “{ $words }” is too long. { $limit } characters at most.
    }
phrase-full =
    { $limit ->
        [one] The list is full ({ $limit } phrase), “{ $words }” was not added. Remove the phrase first.
       *[other] The list is full ({ $limit } phrases), “{ $words }” was not added. Remove a phrase first.
    }
items-title = How many stories should a digest have?
items-count =
    { $count ->
        [one] { $count } story
       *[other] { $count } stories
    }
digits-title = How should numbers be written? Those of commands stay as they are.
digits-latin = 123
digits-arabic = ١٢٣ (in Arabic texts)
calendar-title = By which calendar should days be dated?
calendar-gregorian = Gregorian
calendar-hijri = Hijri
calendar-both = Gregorian and Hijri
length-headlines = Headlines only
length-short = Short
length-standard = Standard
length-long = Long
time-title = Delivery times
time-now = It is { $time } now, { $city } time.
time-hint = Choose a time to change it, or add another. Four times a day at most.
time-hint-none = No delivery time is set, so no digest will come. Add a time.
time-hour = Choose the hour, or write the time, like { $example }
time-minute = Choose the minute, or write the time, like { $example }
time-unread = I did not understand this time. Write it like { $example } or { $other }.
time-saved = Saved { $time }. Next digest: { $next }.
time-saved-inactive = Saved { $time }. To get digests, subscribe first: { $subscribe }
time-too-many =
    { $limit ->
        [one] { $limit } time a day at most. Remove it first.
       *[other] { $limit } times a day at most. Remove one of them first.
    }
zone-title = Choose the city nearest to you, write the name of any city, or send your location, of which only the city is kept.
zone-saved = Saved { $city } time. It is { $time } there now.
zone-several = Which city do you mean?
zone-unknown =
    I know no city named “{ $name }”.
    Write the nearest large city, or the name of the time zone, like { $example }
zone-at-sea = I found no time zone for this location. Write the name of the nearest large city.
mutedtopics-title-choose = Choose the topics of which nothing should come.
topics-title-choose = Choose the topics you want. With none chosen you get them all.
length-title = Choose how much you get of each story.
language-title = Choose the bot's language.
saved = Saved
language-name = English

## Times by the prayers

prayer-fajr = Fajr
prayer-sunrise = Sunrise
prayer-dhuhr = Dhuhr
prayer-asr = Asr
prayer-maghrib = Maghrib
prayer-isha = Isha
wish-at = at { $prayer }
wish-at-sunrise = at sunrise
wish-after = { $span } after { $prayer }
wish-before = { $span } before { $prayer }
span-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
span-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
next-at-prayer = { $day }, { $wish }, at { $time }, { $city } time
next-today-prayer = today, { $day }, { $wish }, at { $time }, { $city } time
next-tomorrow-prayer = tomorrow, { $day }, { $wish }, at { $time }, { $city } time
button-prayers = By the prayers
button-clock = A time of day
button-remove-wish = Remove
prayer-time = { $prayer } { $time }
button-wish-at = At the call
button-wish-at-sunrise = At sunrise
button-wish-after = { $span } after
button-wish-before = { $span } before
prayer-example = 15 minutes after Fajr
prayers-title = Choose the prayer, or write like: { $example }
prayers-city = These are today’s times in { $city } as they are computed. The call where you are may differ by minutes.
prayer-when = When should the digest come? Choose, or write like: { $example }
prayer-today = { $prayer } today in { $city }: { $time }
wish-saved = Saved: { $time }. Next digest: { $next }.
wish-saved-inactive = Saved: { $time }. To get digests, subscribe first: { $subscribe }
prayer-no-place = I do not know the times of prayer in { $city }. Choose a city near you as the time zone, or a time of day.
settings-times-unplaced = I do not know the times of prayer in { $city }, so no digest comes with them. Choose a city near you.

## Groups and channels

private-only = This command is for the private chat: { $bot }
group-welcome =
    Thank you for adding Mujaz to this group.
    A digest now, for anyone: { $digest }
    For a digest here every day an administrator sends: { $subscribe }
    Times and topics: { $settings }
channel-welcome = Mujaz was added to the channel “{ $title }”. Here you choose what it posts there and when.
channel-channel = Channel: “{ $title }”
channel-group = Group: “{ $title }”
channel-list =
    Choose what you want to set.
    To add another channel write its name after the command, like <code>{ $example }</code>
channel-how =
    To post digests in your channel, add the bot to it as an administrator who may post, then pick it by the button below.
    Or write its name after the command, like <code>{ $example }</code>
channel-unknown =
    I found no such channel or group.
    Check the name, and that the bot is an administrator there.
channel-not-you =
    Only an administrator of “{ $title }” who may post can set it up.
channel-not-me =
    The bot cannot post in “{ $title }”.
    Add it there as an administrator who may post, then try again.
channel-not-you-now = You are no longer an administrator there, or the bot may no longer post.
button-pick-channel = Pick a channel
## Privacy

privacy-title = <b>What does Mujaz keep of you?</b>
privacy-chat = The number of this chat in Telegram: by it I reach you.
privacy-settings = Your settings as you see them in { $settings }, what you saved, follow and block, and the last story you were shown, so that none comes twice. This stays while you are subscribed, or until you remove it.
# [no form] $days: comes as words
# [no form] $week: comes as words
privacy-told = Stories you were alerted to, so that no alert comes twice and there are not too many, and announcements of the operator that you were sent. The former go by themselves { $days } after the last alert, the latter { $week } after they ended.
# [no form] $days: comes as words
privacy-searched = What you searched for last, { $searches } at the most. It goes by itself { $days } after the last search.
# [no form] $minutes: comes as words
privacy-begun = What you began to type and did not finish, such as a new time. It goes by itself after { $minutes }.
privacy-managed = Channels and groups that you set up from here. They stay until you remove them.
privacy-undelivered = A record of what could not be delivered to you or waits for the operator's review, with the number of the chat. It stays until the operator has dealt with it, or you remove it.
privacy-counted = How often you asked for something in this minute, and how many messages you wrote to the operator today. It goes by itself within a day.
# [no form] $days: comes as words
privacy-inactive = If you unsubscribe, block the bot or never subscribe, all of the above is removed { $days } after you last used it.
privacy-backups = The operator may keep backups: what was removed here stays in them until they are replaced.
privacy-not-kept =
    <b>And what does it not keep?</b>
    Neither your name, nor your phone number, nor the text of your messages: a message, and the name in it, stays only until I have answered it. What you write to the operator arrives under your number in Mujaz, not your name. Reasons for leaving are counted without names.
privacy-ways =
    To take your data as a file: { $mydata }
    To remove all of it: { $forget }
privacy-searches =
    { $count ->
        [one] one search
       *[other] { $count } searches
    }
privacy-days =
    { $count ->
        [7] a week
        [one] a day
       *[other] { $count } days
    }
privacy-minutes =
    { $count ->
        [one] a minute
       *[other] { $count } minutes
    }
mydata =
    <b>Your data</b>
    The file holds your settings and all that you saved and follow. Any other Mujaz takes it.
mydata-searches = What you searched for last: { $searches }
mydata-more =
    What is kept, and for how long: { $privacy }
    To remove all of it: { $forget }
forget-title =
    <b>Remove your data?</b>
    Your subscription, your settings and all that you saved, followed and searched for will be removed. There is no way back.
    To take a copy first: { $mydata }
forget-title-group =
    <b>Remove the data of this chat?</b>
    Its subscription, its settings and all that was saved here, and in its topics where it has any, will be removed. There is no way back.
    To take a copy first: { $mydata }
button-forget = Yes, remove everything
button-keep = No, keep it
forgotten =
    All data is removed: Mujaz keeps nothing of it.
    The messages here stay in Telegram until you delete them. To begin anew: { $start }
forget-kept = Everything stays as it is.

## Not understood

unknown-command =
    I do not know this command.
    All commands: { $help }
# [no form] $number: the number of a story
free-text =
    I did not understand these words. Try “digest”, “news of economy”, “search energy” or “article { $number }”.
    Your digest: { $digest }
    Latest stories: { $latest }
    All commands: { $help }
admins-only =
    { $kind ->
        [channel] Only administrators of this channel can do that.
       *[group] Only administrators of this group can do that.
    }
too-often = That is a lot within one minute. Wait a little, then go on.
back-soon = Back in a moment. Try again in a minute.
stale-button = This button no longer works. Please ask again.
article-gone = This story is no longer available.
failed =
    Sorry, something went wrong and your request was not completed. Please try again shortly.
    Error id: { $id }

## Buttons of a story, saved ones, words, and why

command-saved = The stories you saved
command-follow = Follow words: write them after the command
command-block = Block words: write them after the command
command-why = Why a story came or did not: write its number

more-title = More for { $day }
again-title = Your last digest, { $day }
story-update = New in a story you follow
alert-title = Alert: just in, what you follow
button-options = Options
button-more = More
button-again = Show the last digest again
button-save = Save
button-saved = ✓ Saved
button-follow-story = Follow story
button-story-followed = ✓ Following
button-less = Fewer like this
button-why = Why this?
button-mute-topic = Mute { $topic }
button-block-word = Block “{ $words }”
button-share = Share
button-summary = Summary
button-edit-list = Edit the list
button-remove-saved = Remove { $ordinal }
more-none = There is no more now. What is new comes in your next digest.
again-gone = Your last digest is more than two days old and no longer kept.
save-done = Saved. Your list: { $saved }
save-removed = Removed from your saved stories.
save-full =
    { $most ->
        [one] There is room for { $most } story. Remove one you no longer want: { $saved }
       *[other] There is room for { $most } stories. Remove some you no longer want: { $saved }
    }
story-followed = You follow this story. What is new in it comes in your digest, even where you have met it before.
story-unfollowed = You no longer follow this story.
topic-muted = { $topic } is muted. To have it back, open the settings.
word-blocked = “{ $words }” is blocked. To have it back, open the settings.

article-others = The story in other outlets
article-related = Related stories

saved-title =
    { $count ->
        [one] { $count } saved story
       *[other] { $count } saved stories
    }
saved-none =
    You have saved no stories yet. The button “Save” under each story adds it to this list.
    Latest stories: { $latest }

follow-count =
    { $count ->
        [one] You follow { $count } phrase
       *[other] You follow { $count } phrases
    }
follow-more = To add another: { $example }
follow-none =
    You follow no words yet. Stories that mention what you follow come first in your digest.
    To follow: { $example }
follow-added = You now follow “{ $words }”. Stories that mention it come first in your digest.
follow-known = You follow “{ $words }” already.
block-count =
    { $count ->
        [one] You block { $count } phrase
       *[other] You block { $count } phrases
    }
block-more = To add another: { $example }
block-none =
    You block no words yet. Stories that mention what you block do not come to you.
    To block: { $example }
block-added = “{ $words }” is blocked. Stories that mention it do not come to you.
block-known = “{ $words }” is blocked already.
words-nothing = “{ $words }” alone is not enough to look for in stories. Write a more telling word.
words-too-long =
    { $most ->
        [one] That is too long: { $most } character at most.
       *[other] That is too long: { $most } characters at most.
    }
words-full = The list is full. Remove something from it first.

why-usage =
    Write the story's number after the command, like { $example }
    To see the numbers: { $latest }
# [no form] $number: it names an article.
why-missing =
    There is no story number { $number }.
    Latest stories: { $latest }
why-last = This story was in your last digest.
why-met = Earlier digests have considered this story: it came to you then, or others went before it.
why-carried = Your last digest had no room for it: it is among those that wait.
why-ahead = This story is a candidate for your next digest.
why-archive = This story is from the archive, so it does not come by itself. Search and its number find it.
why-not = This story does not come to you.
why-hidden = The editor keeps it out of digests.
why-muted = You muted { $topic }.
why-not-chosen = It is not in the topics you chose.
why-blocked = You block “{ $words }”, and it mentions it.
why-all-topics = You get all topics; this one is in { $topic }.
why-topic = You chose its topic: { $topic }.
why-followed = You follow “{ $words }”, and it mentions it.
why-story-followed = You follow this story, so what is new in it comes to you.
why-pinned = The editor pinned it to the top of digests.
why-sources =
    { $count ->
        [one] { $count } outlet tells it.
       *[other] { $count } outlets tell it.
    }
why-age = Published: { $age }.
why-weights = What speaks for it beside others, the strongest first:
# [no form] $part: a name, no number.
weight-line = { $part }: { $degree }
weight-none = Nothing but its topic.
weight-pinned = The editor's pin
weight-update = Your following the story
weight-followed = Words you follow
weight-outlets = Number of outlets
weight-recency = How new it is
weight-degree-decisive = decides
weight-degree-high = much
weight-degree-middle = some
weight-degree-low = little

## Who is admitted, and how many

denied = Sorry, this bot is open only to those whom its owners have chosen. Nothing about this chat is kept.
full =
    There are as many subscribers as this bot takes, so there are no new subscriptions now.
    Try again in some days; meanwhile: { $latest }
feed-too-many =
    { $most ->
        [one] Each operator may add one feed, and you have added it.
       *[other] Each operator may add { $most } feeds, and you have added them all.
    }
    Remove one to add another.

## For operators

source-off =
    The source “{ $name }” is switched off { $why ->
        [gone] because its publisher removed it for good.
       *[failures] after { $failures ->
            [one] a failed reading.
           *[other] { $failures } failed readings in a row.
        }
    }
    Address: { $address }
    Last fault: <code>{ $reason }</code>
    To switch it on again: <code>mujaz sources on { $id }</code>

## Sources and readers' messages

command-sources = Where the news comes from, and how much of it
command-feedback = A message to the Mujaz team
screen-shut = Closed. To come back: { $command }
sources-title =
    { $count ->
        [0] No sources in the last week
        [one] One source in the last week
       *[other] { $count } sources in the last week
    }
sources-line =
    { $count ->
        [0] { $name }: no stories
        [one] { $name }: one story
       *[other] { $name }: { $count } stories
    }
sources-none =
    Nothing new in the last week.
    The latest we have: { $latest }
feedback-ask = Write your message and send it now. It reaches the Mujaz team as it is. The bot keeps no copy, and they do not see your name.
feedback-sent = Your message has reached the Mujaz team, thank you. If there is an answer, it comes here.
feedback-nobody = Sorry, nobody receives messages at the moment. Yours was not sent.
feedback-too-many =
    { $most ->
        [0] Messages cannot be sent.
        [one] One message a day at the most. Please come back tomorrow.
       *[other] { $most } messages a day at the most. Please come back tomorrow.
    }
feedback-from = A message from reader { $reader } ({ $kind })
feedback-kind-private = private chat
feedback-kind-group = group
feedback-kind-channel = channel
button-answer = Reply
button-answer-drop = Not now
answer-ask = Write your answer to reader { $reader }; it goes out at once in the name of Mujaz.
answer-head = An answer from the Mujaz team
answer-sent = Your answer has reached reader { $reader }.
answer-lost = The answer did not reach reader { $reader }, who blocked the bot or deleted their data.
answer-dropped = No answer was sent.

## The operators' desk

command-admin = How the bot is: readers, news, queue, faults
command-broadcast = A message to all readers or some of them
command-feeds = Feeds: add, remove, try
command-pin = Put a story first in digests: write its number after the command
command-hide = Hide a story: write its number after the command
command-edit = Write a story's summary yourself: its number after the command
button-refresh = Refresh
admin-title = How the bot is
admin-refreshed = Counted anew
# [no form] $count: it stands behind a colon, as in a table.
admin-active = Active readers: { $count }
admin-kinds = Private chats: { $people }, groups: { $groups }, channels: { $channels }
admin-others = Resting: { $resting }, not subscribed: { $inactive }
admin-articles = Articles: { $articles }, stories: { $stories }
admin-sources = Sources: { $all }, failing: { $failing }, off: { $off }
# [no form] $count: it stands behind a colon, as in a table.
admin-due = Digests in the next hour: { $count }
# [no form] $minutes: it stands behind a colon, as in a table.
admin-span = Longest wait expected within a day, in minutes: { $minutes }
# [no form] $stars: it stands behind a colon, as in a table.
admin-stars = Digests of the next day cost, in Stars: { $stars }
admin-queue = Waiting now: { $digests }, of broadcasts: { $broadcast }
admin-lag = Longest delay in seconds: { $seconds }
# [no form] $count: it stands behind a colon, as in a table.
admin-dead-count = Digests and alerts that could not be sent: { $count }
admin-failing-title = Failing sources
admin-failing =
    { $failures ->
        [0] { $name }: no failed readings
        [one] { $name }: one failed reading
       *[other] { $name }: { $failures } failed readings
    }
admin-dead-title = Last that could not be sent
admin-dead = Reader { $reader }, { $ago }
admin-also = A message to readers: { $broadcast }, sources: { $feeds }

## Broadcasts

broadcast-ask = Write the message and send it now. Its bold text and links stay as they are, and nothing goes out before you have seen it and chosen for whom it is.
broadcast-text-only = There is no text in your message. Write text, without pictures or files.
broadcast-too-long = This is longer than one message may be. Shorten it and send it again.
broadcast-preview = This is how it will look. Who should get it?
broadcast-choose-topic = Choose a topic: the message goes to everyone who gets it, those who get all topics among them.
broadcast-confirm =
    { $count ->
        [0] Nobody is in this group now: { $segment }. Choose another.
        [one] Goes to one reader: { $segment }. It cannot be taken back once it has arrived.
       *[other] Goes to { $count } readers: { $segment }. It cannot be taken back once it has arrived.
    }
broadcast-stars =
    { $count ->
        [0] Sending is free.
        [one] Sending costs one Star of the bot's balance.
       *[other] Sending costs { $count } Stars of the bot's balance.
    }
broadcast-begun = Sending has begun; the next message shows how it goes. Scheduled digests always go first.
broadcast-dropped = Dropped. Nobody got it.
broadcast-draft = Not sent yet
broadcast-running = Sending
broadcast-paused = Paused
broadcast-cancelled = Cancelled before its end
broadcast-done = Sent
# [no form] $sent: it stands alone, as on a counter. [no form] $total: the same.
broadcast-progress = { $sent } of { $total } sent
broadcast-waiting =
    { $count ->
        [0] Nobody waits for the end of quiet hours
        [one] One reader is in quiet hours, and gets it when these are over
       *[other] { $count } readers are in quiet hours, and get it when these are over
    }
broadcast-gone =
    { $count ->
        [0] Everyone could be reached
        [one] One reader has blocked or left the bot
       *[other] { $count } readers have blocked or left the bot
    }
broadcast-failed =
    { $count ->
        [0] No failures
        [one] Not delivered to one reader because of a fault
       *[other] Not delivered to { $count } readers because of a fault
    }
button-broadcast-pause = Pause
button-broadcast-resume = Go on
button-broadcast-cancel = Cancel
button-broadcast-topics = Readers of a topic…
button-broadcast-drop = Drop it
button-broadcast-go = Send now
segment-all = All readers
segment-private = Private chats
segment-groups = Groups and channels
segment-locale = Readers in { $language }
segment-topic = Readers of { $topic }

## Feeds

feeds-title =
    { $count ->
        [0] No sources yet
        [one] One source
       *[other] { $count } sources
    }
feeds-none = Add the address of a feed (RSS or Atom); it is read within a minute.
feeds-health = Well: { $well }, failing: { $failing }, off: { $off }
feed-button-well = { $name }
feed-button-new = { $name } · new
feed-button-failing = { $name } · failing
feed-button-off = { $name } · off
feed-is-well = well
feed-is-new = not read yet
feed-is-failing = failing
feed-is-off = off
feed-off-by-hand = An operator switched it off.
feed-health = State: { $health }
feed-last = Last reading: { $ago }
feed-brought =
    { $count ->
        [0] It has brought nothing yet
        [one] It has brought one story
       *[other] It has brought { $count } stories
    }
feed-moved = Moved to: { $address }
feed-error =
    { $failures ->
        [0] Last fault { $ago }:
        [one] One failed reading, { $ago }:
       *[other] { $failures } failed readings in a row, the last { $ago }:
    }
feed-ask = Send the address of a feed (RSS, Atom or JSON Feed). It is tried first, then added under its own name.
feed-added = The source is added and is read within a minute.
feed-known = This source is there already.
feed-not-added =
    Not added: { $address }
    Why: <code>{ $reason }</code>
    Mend: <code>{ $mend }</code>
    Send another address, or go back to the list.
feed-trial =
    { $count ->
        [0] The source was read; it holds nothing now.
        [one] The source was read; it holds one story:
       *[other] The source was read; it holds { $count } stories, the first of them:
    }
feed-trial-failed =
    The source was not read.
    Why: <code>{ $reason }</code>
    Mend: <code>{ $mend }</code>
feed-remove-sure = Remove this source? Its stories stay until their time is over.
feed-removed = Removed
feed-in-config = This source stands in sources.yaml and cannot be removed from here. You can switch it off.
button-feed-add = Add a source
button-feed-test = Try it
button-feed-again = Try again
button-feed-on = Switch on
button-feed-off = Switch off
button-feed-remove = Remove
button-feed-remove-yes = Yes, remove it

## Editing

edit-usage = Write the story's number after the command, like { $example }
# [no form] $number: it names an article.
edit-missing = There is no story { $number }.
edit-now = Story { $article }
edit-done-pin = Story { $article } is pinned: it comes first in the digest of everyone who has not had it yet.
edit-done-unpin = Story { $article } is no longer pinned.
edit-done-hide = Story { $article } is hidden from digests and lists; it stays readable by its number.
edit-done-unhide = Story { $article } is back in digests and lists.
edit-done-words = Your summary of story { $article } is saved and stays whatever its source becomes.
edit-done-plain = The written summary of story { $article } is gone; its chosen sentences are back.
edit-ask = Send the summary that you want for this story.
edit-ask-again = This is the written summary now. Send another, or “-” to remove it.
edit-too-long =
    { $most ->
        [0] Send a shorter summary.
        [one] Send a summary of one character at the most.
       *[other] Send a summary of at most { $most } characters.
    }
button-edit-pin = Pin
button-edit-unpin = Unpin
button-edit-hide = Hide
button-edit-unhide = Show
button-edit-words = Write a summary
button-edit-plain = Remove the summary

## Review before sending

command-review = See the digest of a channel or group before it is sent
review-list =
    { $count ->
        [0] No digests are reviewed.
        [one] One digest is reviewed:
       *[other] { $count } digests are reviewed:
    }
review-of = The digest of { $title }
review-reader = reader { $reader }
review-usage =
    { $minutes ->
        [0] Operators see it at its time.
        [one] Operators see it one minute before its time.
       *[other] Operators see it { $minutes } minutes before its time.
    }
    To begin: <code>{ $on }</code>
    To end: <code>{ $off }</code>
    In place of the name the reader's number or the chat's id will do.
review-on =
    { $minutes ->
        [0] Operators see the digest of { $title } at its time.
        [one] Operators see the digest of { $title } one minute before its time.
       *[other] Operators see the digest of { $title } { $minutes } minutes before its time.
    }
review-off = The digest of { $title } goes out at its time without review.
review-nobody = There is no reader { $name }. Has it subscribed?
review-title = Review: the digest of { $title }
review-line = Story { $place }: { $headline }
review-waiting = What is left of it goes out at { $time }, unless you hold it back.
review-approved = Approved; it goes out within a minute.
review-held = Held back; it is not sent. Its stories may come in the next digest.
review-over = It was decided already, or its time has come.
button-review-drop = Drop { $place }
button-review-keep = Keep { $place }
button-review-go = Send now
button-review-hold = Hold back

## Pages of stories

page-brand = Mujaz
page-skip = Skip to the story
page-up = Back to the top
page-about = The chosen sentences are quoted from the story as its author wrote them; they are chosen by a program.
# Only on paper; the address follows.
page-address = This page:
page-font = The typeface is Noto Naskh Arabic, its licence
page-missing-hint = It may have been removed, or the number is mistaken.
page-hidden = This story no longer appears in digests and lists. Its text stays here for whoever has the link.
page-reading =
    { $count ->
        [0] Less than a minute to read
        [one] { $count } minute to read
       *[other] { $count } minutes to read
    }
page-lengths = Length of the summary
page-editor = The editor’s summary
page-chosen = Sentences chosen from the text
page-compare = Compare the outlets
button-compare = Compare outlets
story-tellings =
    { $count ->
        [one] Told by one outlet
       *[other] Told by { $count } outlets
    }
story-method = A program compared words and figures alone. It does not judge which outlet is right: each may mean something else, or have written at another time.
story-alone = Only one outlet tells this story so far, so there is nothing to compare.
story-differences = Figures that differ
story-no-differences = The comparison found no two figures of one thing that differ.
story-side-by-side = Side by side
story-telling = As its outlet tells it
story-own-figures = Figures that no other outlet has
story-own-names = Names that no other outlet has
story-own-sentences = Sentences with nothing like them elsewhere
story-own-more =
    { $count ->
        [one] And one more sentence in the full text
       *[other] And { $count } more sentences in the full text
    }
story-own-none = The comparison found nothing that it alone has.

## The digest's card (a picture)

card-name = Mujaz
card-others =
    { $count ->
        [0] No other stories
        [one] and { $count } more story
       *[other] and { $count } more stories
    }
card-next = The details are in the next message.

## Cities

city-cairo = Cairo
city-riyadh = Riyadh
city-dubai = Dubai
city-baghdad = Baghdad
city-damascus = Damascus
city-amman = Amman
city-beirut = Beirut
city-jerusalem = Jerusalem
city-gaza = Gaza
city-kuwait = Kuwait
city-doha = Doha
city-manama = Manama
city-muscat = Muscat
city-sanaa = Sanaa
city-khartoum = Khartoum
city-tripoli = Tripoli
city-tunis = Tunis
city-algiers = Algiers
city-rabat = Rabat
city-nouakchott = Nouakchott
city-mogadishu = Mogadishu
city-djibouti = Djibouti
city-london = London
city-berlin = Berlin
city-new-york = New York
city-istanbul = Istanbul

## Dashboard

dash-name = Mujaz dashboard
dash-skip = Skip to the content
dash-menu = Pages of the dashboard
dash-page-figures = Figures
dash-page-sources = Sources and troubles
dash-page-desk = Editing
dash-live-on = Updates by itself
dash-live-off = Updates are interrupted
dash-logout = Log out
dash-login = Log in to the dashboard
dash-login-token = Token
dash-login-hint = It is what { $name } holds on the server.
dash-login-button = Log in
dash-login-wrong = That is not the token.
dash-login-wait = Too many wrong tries. Try again in a minute.
dash-here = The dashboard opens on its own machine only. To open it from another one, set { $name } on the server and restart it.
dash-away = The store does not answer. Try again in a moment.
dash-foreign = Refused: the request did not come from this dashboard.
dash-moment = One moment…
dash-unknown = There is no such action.
dash-unreadable = This part cannot be read at the moment.
dash-action-failed = Not done: something failed, the server's log tells what.
dash-chart-table = The figures as a table
dash-seconds = { $n ->
    [one] 1 second
   *[other] { $n } seconds
}
dash-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
dash-hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
}
dash-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}

dash-deliveries = Deliveries
dash-sent-today = Sent today
dash-due-day = Due within 24 hours
dash-nobody-due = Nothing is due within 24 hours, and nothing was sent today.
dash-hours-chart = Digests of today and of the hours to come, by hour and city
dash-hour = Hour
dash-tomorrow = tomorrow { $time }
dash-sent = Sent
dash-other-zones = Other zones
dash-drawn = { $drawn ->
    [one] The division is estimated from one reader. The sum of each hour is exact.
   *[other] The division is estimated from { $drawn } readers. The sum of each hour is exact.
}
dash-no-limit = There is no limit on the rate: nobody waits.
dash-no-wait = No slot takes more than a minute at { $rate } messages a second.
dash-spans = Crowded slots
dash-span = The longest takes about { $span } at { $rate } messages a second.
dash-slot = Slot
dash-readers = Readers
dash-span-now = Takes
dash-span-paid = If paid for
dash-cost = Cost
dash-stars = { $n ->
    [0] free
    [one] 1 Star
   *[other] { $n } Stars
}
dash-paid-on = Paid sending is on, at { $rate } messages a second. Stars are Telegram's.
dash-paid-off = Paid sending is off; it would go at { $rate } messages a second. Stars are Telegram's.

dash-state = State now
dash-lag = Oldest due is late by
dash-due = Due and not taken
dash-pending = Being sent
dash-waiting = Jobs waiting
dash-oldest = Oldest waits
dash-updates = Open updates
dash-dead = Dead letters
dash-tick = Last tick of the clock
dash-never = never
dash-ago = { $span } ago
dash-memory = Memory of Redis
dash-telegram = Telegram
dash-answers = answers
dash-silent = does not answer
dash-not-asked = not asked yet
dash-token-refused = token refused
dash-megabytes = { $used }{ "\u00A0" }MB
dash-megabytes-of = { $used } of { $max }{ "\u00A0" }MB
dash-milliseconds = { $n }{ "\u00A0" }ms
dash-queues = Queues
dash-queue = Queue
dash-queue-of-digests = Digests
dash-queue-of-alerts = Alerts
dash-queue-wait = Waiting
dash-queue-active = Running
dash-queue-delayed = Delayed
dash-queue-prioritized = By priority
dash-processes = Live processes
dash-process = Process
dash-process-memory = Memory
dash-process-lag = Loop late by
dash-missing-web = No web process is alive.
dash-missing-clock = No clock process is alive: nobody looks who is due.
dash-missing-worker = No worker process is alive: nothing is sent.

dash-outcomes = How slots ended
dash-outcome = End
dash-today = Today
dash-ever = Since the beginning
dash-day = Day
dash-outcomes-chart = Slots that ended, by day
dash-unsent = Other ends
dash-no-days = No days are on record yet: they begin with the first tick of the clock.
dash-outcome-sent = Sent
dash-outcome-empty = Nothing new
dash-outcome-merged = Merged with another
dash-outcome-paused = Paused by the reader
dash-outcome-late = Too late
dash-outcome-gone = Blocked the bot or gone
dash-outcome-dead = Could not be sent
dash-outcome-dead-dropped = Dropped from the dead letters
dash-outcome-held = Held by operators
dash-outcome-restored = Perhaps sent before a restore
dash-outcome-markup-refused = Sent without markup

dash-growth = Subscribers
dash-scheduled = With a next digest
dash-known = Known readers
dash-joined-today = New today
dash-left-today = Left today
dash-joined = New
dash-left = Unsubscribed
dash-gone = Blocked the bot or gone
dash-scheduled-chart = Readers with a next digest, by day
dash-growth-chart = Who came and who left, by day
dash-refs = Where they came from
dash-ref = Link
dash-leaving = Why they left
dash-reason = Reason
dash-times = Times
dash-none-yet = Nothing yet.

dash-topics = Topics
dash-topic = Topic
dash-read = Opened and saved within two weeks
dash-read-chart = What readers opened and saved within two weeks, by topic
dash-opened = Opened
dash-saved = Saved
dash-chosen = Topics that readers have chosen
dash-chosen-all = { $n ->
    [0] No reader follows all topics.
    [one] One reader follows all topics.
   *[other] { $n } readers follow all topics.
}

## Dashboard: desk

desk-when = { $day }, { $time }
desk-show = Show
desk-search = Search
desk-mend = Mend:

desk-articles-title = Articles
desk-articles-search = Words, or an article's number
desk-articles-show = Which
desk-articles-show-all = All
desk-articles-show-pinned = Pinned
desk-articles-show-hidden = Hidden
desk-articles-none = There are no articles here.
desk-articles-not-found = Nothing was found. A hidden article is found by its number alone.
desk-articles-partial = The search index is still being built: there may be more.
desk-articles-newest = Newest
desk-articles-older = Older
desk-articles-back = Back to the list
desk-mark-pinned = pinned
desk-mark-hidden = hidden
desk-mark-archive = archive
desk-mark-edited = summary by an editor
desk-edited-here = Last edited on this dashboard
desk-edited-by = Last edited in the bot, by operator { $operator }
desk-article-read = Read the whole article
desk-article-changed = The article's text changed while you chose. Look at the sentences and choose again.
desk-article-file-missing = The file of article { $article } is missing from the content folder: it stays hidden until the file is back.
desk-summary-chosen = Summary, as chosen from its sentences
desk-summary-written = Summary, as an editor wrote it
desk-sentences-choose = Choose sentences
desk-sentences-legend = Tick the sentences that make the summary
desk-sentences-save = Save the chosen sentences
desk-sentences-none = No sentence was ticked: the summary is as it was.
# [no form] $most: it is always a thousand.
desk-words-label = Text of the summary, up to { $most } characters
desk-words-save = Save the text
desk-hide-sure = Hide this article from digests and lists? It stays readable by its number, and can be shown again at any time.
desk-hide-yes = Yes, hide it
desk-hide-no = No, leave it

desk-preview-title = The next digest, and why
desk-preview-whose = Whose digest?
desk-preview-hint = Describe a segment of readers, or give a reader's number, to see the next digest and why each story is in or out.
desk-preview-locale = Language
desk-preview-zone = Time zone
desk-preview-length = Length
desk-preview-items = Stories
desk-preview-since = Last digest before
desk-preview-first = None yet
desk-preview-follow = Followed words
desk-preview-block = Blocked words
desk-preview-topics = Topics; all when none is ticked
desk-preview-words-hint = Separate words by commas.
desk-preview-show = Show the digest
desk-preview-reader = Or a reader's number
desk-preview-wrong-zone = There is no time zone “{ $zone }”: the bot's own was taken.
desk-preview-nobody = There is no reader of this number.
desk-preview-due = Due:
desk-preview-never = No digest of this reader is due.
desk-preview-inactive = This reader is not active: no digest will be sent.
desk-preview-private = A reader's words and muted topics are the reader's own and not shown here.
desk-preview-digest = The digest as Telegram shows it
desk-preview-empty = There are no articles yet, so there is no digest.
desk-preview-no-match = Nothing new fits these settings, so there is no digest.
desk-preview-nothing-new = There is nothing new since the last digest, so there is none.

desk-why-in = { $count ->
    [one] In the digest: 1 story
   *[other] In the digest: { $count } stories
}
desk-why-waiting = { $count ->
    [one] Waiting: 1 story
   *[other] Waiting: { $count } stories
}
desk-why-out = { $count ->
    [one] Out: 1 story
   *[other] Out: { $count } stories
}
desk-why-in-none = Nothing.
desk-why-outlets = { $count ->
    [one] 1 outlet
   *[other] { $count } outlets
}
desk-why-carried = left over from the last digest
desk-why-update = news of a followed story
desk-why-followed = mentions what is followed: { $words }
desk-why-followed-some = mentions a word that the reader follows
desk-fate-in = In the digest, place { $place }
desk-fate-carried = Over the number of stories (place { $place }): waits for the next digest
desk-fate-over = Over the number of stories and over what may wait (place { $place })
desk-fate-hidden = Hidden
desk-fate-muted = Its topic is muted: { $topic }
desk-fate-muted-some = Of a topic that the reader muted
desk-fate-not-chosen = Not of the chosen topics
desk-fate-blocked = Holds a blocked word: { $words }
desk-fate-blocked-some = Holds a word that the reader blocks
desk-fate-told = An earlier digest has considered it
desk-fate-archive = From the archive: old already when its source was first read
desk-fate-old = Older than this digest reaches back
desk-fate-stale = Waited too long
desk-fate-later = Came after the digest was begun
desk-fate-restored = Was sent before the store went back to an older copy
desk-fate-alerted = An alert has brought it
desk-fate-member = Tells the same story as { $article }, which stands for it
desk-fate-beyond = Behind the newest stories that a digest is chosen from
desk-out-over = Over the number of stories
desk-out-hidden = Hidden
desk-out-muted = Muted topic
desk-out-not-chosen = Not of the chosen topics
desk-out-blocked = Blocked word
desk-out-told = Considered by an earlier digest
desk-out-archive = From the archive
desk-out-old = Older than the digest reaches back
desk-out-stale = Waited too long
desk-out-later = Came after the digest was begun
desk-out-restored = Sent before the store went back
desk-out-alerted = Brought by an alert
desk-out-member = Another article stands for its story
desk-out-beyond = Behind the newest stories
desk-worth = Weight:
desk-part-pinned = pin
desk-part-update = update
desk-part-followed = words
desk-part-outlets = outlets
desk-part-recency = recency
desk-part-repeats = repeated topic

desk-sources-title = Sources
desk-sources-none = There are no sources yet. Add one by mujaz sources add, or in the bot.
desk-feed-last = Last reading
desk-feed-next = Next reading
desk-feed-next-soon = within a minute
desk-feed-daily = Articles a day
desk-feed-brought = Brought so far
desk-feed-moved = Moved to:
desk-feed-off-by-itself = Switched off after too many failures.
desk-feed-failed = { $count ->
    [one] The last reading failed:
   *[other] The last { $count } readings failed:
}
desk-feed-details = Words of the log, and the mend
desk-feed-do-on = Switch on
desk-feed-do-off = Switch off
desk-feed-do-read = Read now
desk-feed-turned-on = { $name } is on, and is read within a minute.
desk-feed-turned-off = { $name } is off.
desk-feed-read-soon = { $name } is read within a minute.
desk-feed-is-off = { $name } is off. Switch it on first.
desk-feed-missing = This source is not there any more.
desk-trouble-host = There is no such host.
desk-trouble-certificate = Its certificate cannot be trusted.
desk-trouble-gone = There is nothing at this address.
desk-trouble-forbidden = The site does not let us read it.
desk-trouble-server = Their server is in trouble.
desk-trouble-refused = Nothing answers at this address.
desk-trouble-silent = The server did not answer in time.
desk-trouble-cut = The connection was cut.
desk-trouble-large = The answer is larger than allowed.
desk-trouble-redirects = It redirects without end.
desk-trouble-ours = The feed came, and Mujaz could not take it in.
desk-trouble-no-feed = What came is no feed that can be read.
desk-trouble-other = It was not read.

desk-content-title = Content folder
desk-content-unread = The clock has not read it yet.
desk-content-read = Last reading:
desk-content-counts = New: { $added }, updated: { $updated }, unchanged: { $unchanged }, duplicate: { $duplicate }
desk-content-well = All files were taken in.
desk-content-rejected = { $count ->
    [one] 1 file was rejected
   *[other] { $count } files were rejected
}
desk-content-notes = { $count ->
    [one] 1 note on what was taken in
   *[other] { $count } notes on what was taken in
}
desk-content-line = line { $line }
desk-content-more = { $count ->
    [one] And 1 more.
   *[other] And { $count } more.
}

# What is wrong with a file of the content folder, and its mend; the exact words stand below.
desk-file-ending = Its kind cannot be told from its name. Let the name end as one of those below.
desk-file-binary = The file is no text. Keep only texts in this folder.
desk-file-large = The file is larger than allowed. Write one article a file.
desk-file-forbidden = Mujaz may not read the file. Let the process read it.
desk-file-unreadable = The file could not be read. Look at its place, and at the disk.
desk-file-no-title = The article has no title. Write it at the beginning.
desk-file-no-text = The article has no text. Write it below the title.
desk-file-empty = The file is empty. Write an article in it, or remove it.
desk-file-json = The JSON of the file is broken. Look at the commas, quotes and brackets in this line.
desk-file-front = The head of the file is broken. Write one field a line, and a text with a colon between quotes.
desk-file-unknown-field = The file has a field that Mujaz does not know. Correct its name, or remove it.
desk-file-date = The date cannot be read. Write it in the Gregorian calendar, as in the example.
desk-file-body = The file does not hold one article with one text. Write one article a file, and its text once.
desk-file-field = A field holds what it cannot take. Correct it.
desk-file-future = The date lies in the future, and the day of arrival was taken. Correct it, or wait until it has come.
desk-file-long-title = The title is longer than allowed, and its beginning was taken. Write a short one.
desk-file-other = There is something to look at in this file.

desk-dead-title = Dead letters
desk-dead-none = Nothing failed to be sent.
desk-dead-digest = Digest of reader { $reader }
desk-dead-alert = Alert of reader { $reader } about { $article }
desk-dead-slot = Due
desk-dead-ended = ended
desk-dead-why = Reason:
desk-dead-resend = Send again
desk-dead-resend-of = Send again to reader { $reader }
desk-dead-resend-all = { $count ->
    [one] Send it again
   *[other] Send all { $count } again
}
desk-dead-more = { $count ->
    [one] And 1 more letter.
   *[other] And { $count } more letters.
}
desk-dead-due = The reader is due again, and gets it within a minute.
desk-dead-queued = The alert is on its way again, unless a digest has brought its story since.
desk-dead-unknown = This letter is not in the list any more.
desk-dead-inactive = This reader is not active any more: there is nobody to send it to.
desk-dead-all-done = { $count ->
    [one] 1 letter is on its way again; of inactive readers stay: { $stay }
   *[other] { $count } letters are on their way again; of inactive readers stay: { $stay }
}
desk-dead-again = Sent again
desk-dead-resent = Sent again
desk-after-waits = waits for its turn
desk-after-sent = arrived
desk-after-again = failed again:
desk-after-gone = the reader is not active any more
desk-after-over = its turn came, and there was nothing to send
desk-why-too-long = The message is longer than Telegram takes.
desk-why-entities = Telegram refused the message's formatting.
desk-why-empty = The message is empty.
desk-why-refused = Telegram refused it.
desk-why-exhausted = All attempts failed.
desk-why-late = It was not sent in time.

desk-failures-title = Log of failures
desk-failures-none = There are no failures in the log.
desk-failures-none-such = There is no such failure at the moment.
desk-failures-event = Event
desk-failures-all = { $count ->
    [one] All (1 line)
   *[other] All ({ $count } lines)
}
desk-failures-when = Time
desk-failures-level = Level
desk-failures-ids = Ids
desk-failures-more = { $count ->
    [one] And 1 older line.
   *[other] And { $count } older lines.
}
desk-level-warn = warning
desk-level-error = error
