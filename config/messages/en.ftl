### What the bot says to a reader in English.
### Commands come as finished values; they are never written in pieces here.

## Start and help

start =
    <b>Welcome to Mujaz</b>
    From each story I choose its most important sentences, in the author's own words, and send them at the time you set.
    Subscribe for a daily digest, or ask for one now.
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
command-privacy = What is kept of you, and for how long
command-mydata = Your data as a file
command-forget = Remove all your data
command-settings = Time, time zone, topics, length and language

button-subscribe = Subscribe
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
button-minute-less = − 1 minute
button-minute-more = + 1 minute
button-all-topics = All topics
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
zone-title = Choose the city nearest to you. It is { $time } now, { $city } time.
topics-title-choose = Choose the topics you want. With none chosen you get them all.
length-title = Choose how much you get of each story.
language-title = Choose the bot's language.
saved = Saved
language-name = English

## Privacy

# [no form] $days: comes as words
# [no form] $minutes: comes as words
privacy =
    <b>What does Mujaz keep of you?</b>
    The number of this chat in Telegram: by it I reach you.
    Your settings as you see them in { $settings }, what you saved, follow and block, and the last story you were shown, so that none comes twice. This stays until you remove it.
    What you searched for last, { $searches } at the most. It goes by itself { $days } after the last search.
    What you began to type and did not finish, such as a new time. It goes by itself after { $minutes }.
    A record of what could not be delivered to you, with the number of the chat. It stays until the operator has dealt with it, or you remove it.

    <b>And what does it not keep?</b>
    Neither your name, nor your phone number, nor the text of your messages. Reasons for leaving are counted without names.

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
free-text =
    I did not understand these words. Try “digest”, “news of economy”, “search energy” or “article 3”.
    Your digest: { $digest }
    Latest stories: { $latest }
    All commands: { $help }
admins-only = Only administrators of this chat can do that.
too-often = That is a lot within one minute. Wait a little, then go on.
back-soon = Back in a moment. Try again in a minute.
stale-button = This button no longer works. Please ask again.
article-gone = This story is no longer available.
failed =
    Sorry, something went wrong and your request was not completed. Please try again shortly.
    Error id: { $id }

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
