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
help-title = What you can ask for
help-line = { $command } — { $about }

command-start = Start talking to Mujaz
command-help = Commands and what they do
command-subscribe = Subscribe to the daily digest
command-pause = A rest: a day, a week or more
command-resume = Back after a rest
command-language = Language of the bot
command-unsubscribe = Unsubscribe
command-digest = Your digest now
command-latest = Latest stories, all or of one topic
command-search = Search the stories: write the words after the command
command-article = A story by its number, written after the command
command-topics = The topics there are
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
    <b>You are subscribed</b>
    Your first digest comes { $next }.
    To change the time or topics: { $settings }
subscribed-already =
    You are already subscribed. Your next digest comes { $next }.
    To change the time or topics: { $settings }
subscribed-no-time =
    You are subscribed, but no delivery time is set. Choose one in { $settings }
unsubscribed =
    You are unsubscribed, and no more digests will come.
    Your settings are kept; come back any time: { $subscribe }

    Why? One tap is enough. And if a rest is all you need, choose its length.
unsubscribed-already = You are not subscribed. To subscribe: { $subscribe }
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
paused =
    Digests rest ({ $days }).
    They come back { $next }.
    To come back earlier: { $resume }
paused-no-time =
    Digests rest ({ $days }).
    To come back earlier: { $resume }
resumed = Digests are back. The next one comes { $next }.
resumed-already = Your digests are not resting. The next one comes { $next }.
topic-gone =
    The topic that this digest went to is no longer in the group, so this once it came to all of you.
    Admins: send { $subscribe } in the topic where you want it from now on.
state-active = Your next digest comes { $next }.
next-at = { $day } at { $time }, { $city } time
next-today = today, { $day }, at { $time }, { $city } time
next-tomorrow = tomorrow, { $day }, at { $time }, { $city } time

## The digest

digest-title = Digest for { $day }
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
zone-title = Choose the city nearest to you, write the name of any city, or send your location. It is not kept.
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

## Not understood

unknown-command =
    I do not know this command.
    All commands: { $help }
free-text =
    I did not understand these words. Try “digest”, “news of economy”, “search energy” or “article 3”.
    Your digest: { $digest }
    Latest stories: { $latest }
    All commands: { $help }
admins-only = Only administrators of this chat can do that.
stale-button = This button no longer works. Please ask again.
article-gone = This story is no longer available.
failed =
    Sorry, something went wrong and your request was not completed. Please try again shortly.
    Error id: { $id }

## For operators

source-off =
    The source “{ $name }” is switched off { $why ->
        [gone] because its publisher removed it for good.
       *[failures] after { $failures } failed readings in a row.
    }
    Address: { $address }
    Last fault: <code>{ $reason }</code>
    To switch it on again: <code>mujaz sources on { $id }</code>

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
