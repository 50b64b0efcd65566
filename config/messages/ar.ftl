### ما يقوله البوت للقارئ بالعربية.
### الأوامر تأتي قيماً جاهزة، فلا تُكتب هنا مجزّأة.

## البداية والمساعدة

start =
    <b>مرحباً بك في موجز</b>
    أختار لك من كل خبر أهم جُمَله كما كتبها صاحبها، وأرسلها إليك في موعدك.
    اشترك بلمسة واحدة، ويصلك ملخصك { $next }.
    أو اختر أولاً ما يهمك من المواضيع، والوقت، ومدينتك.
start-no-time =
    <b>مرحباً بك في موجز</b>
    أختار لك من كل خبر أهم جُمَله كما كتبها صاحبها، وأرسلها إليك في موعدك.
    اختر الوقت الذي يناسبك، ويبدأ اشتراكك.
start-again =
    <b>أهلاً بعودتك إلى موجز</b>
    { $state }
help-title = ما الذي يمكنك طلبه؟
help-line = { $command } — { $about }

command-start = بداية الحديث مع موجز
command-help = الأوامر وشرحها
command-subscribe = الاشتراك في الملخص اليومي
command-unsubscribe = إلغاء الاشتراك
command-pause = إيقاف مؤقت: يوم أو أسبوع أو أكثر
command-resume = العودة بعد الإيقاف المؤقت
command-language = لغة البوت
command-digest = ملخصك الآن
command-latest = أحدث الأخبار، كلها أو في موضوع واحد
command-search = البحث في الأخبار: اكتب الكلمات بعد الأمر
command-article = خبر برقمه: اكتب الرقم بعد الأمر
command-topics = المواضيع المتاحة
command-settings = الوقت والمنطقة الزمنية والمواضيع والطول واللغة

button-subscribe = اشترك
button-choose = المواضيع والوقت
button-choose-time = اختر الوقت
button-other-city = مدينة أخرى
button-other-time = وقت آخر
button-to-time = التالي: الوقت
button-subscribe-topic = اشترك في { $topic }
button-add-topic = أضف { $topic }
button-unsubscribe = إلغاء الاشتراك
button-digest = ملخص الآن
button-latest = أحدث الأخبار
button-settings = الإعدادات
button-back = رجوع
button-close = إغلاق
button-previous = السابق
button-next = التالي
button-page = افتح الصفحة
button-source = المصدر
button-full = النص الكامل

## الاشتراك

subscribed =
    <b>تم اشتراكك</b>
    يصلك أول ملخص { $next }.
    لتغيير الوقت أو المواضيع: { $settings }
subscribed-already =
    أنت مشترك بالفعل. يصلك الملخص القادم { $next }.
    لتغيير الوقت أو المواضيع: { $settings }
subscribed-no-time =
    أنت مشترك، لكن لا وقت محدداً للإرسال. اختر وقتاً من { $settings }
unsubscribed =
    أُلغي اشتراكك، ولن يصلك أي ملخص بعد الآن.
    تبقى إعداداتك محفوظة، ويمكنك العودة متى شئت: { $subscribe }

    ما السبب؟ لمسة واحدة تكفي. وإن كان ما تريده استراحة فقط، فاختر مدتها.
unsubscribed-already = لست مشتركاً حالياً. للاشتراك: { $subscribe }
leave-too-many = الرسائل كثيرة
leave-not-my-topics = المواضيع لا تهمني
leave-quality = الملخصات لا تفيدني
leave-other = سبب آخر
left-thanks =
    شكراً، وصلت إجابتك.
    عدد الأخبار والمواضيع والأوقات كلها في { $settings }، والعودة متى شئت: { $subscribe }
button-rest = استراحة { $span }

subscribed-toast = أنت مشترك بالفعل.
begin-topics =
    ما الذي يهمك من الأخبار؟
    اختر موضوعاً أو أكثر، أو خذها كلها.
begin-time = متى تريد أن يصلك الملخص كل يوم؟
begin-other-time = اكتب الوقت الذي تريده، مثل { $example } أو { $other }.
offer-topic-next =
    هل تريد أخبار «{ $topic }» في ملخص يومي؟
    اشترك الآن، ويصلك ملخصك { $next }.
offer-topic = هل تريد أخبار «{ $topic }» في ملخص يومي؟
offer-add = «{ $topic }» ليس بين المواضيع التي تصلك. هل تريد إضافته؟

## الإيقاف المؤقت

pause-title =
    كم تريد أن يتوقف الملخص؟ يعود بعدها من نفسه.
    لعدد آخر من الأيام: <code>{ $example }</code>
pause-days =
    { $count ->
        [7] أسبوع
        [14] أسبوعان
        [30] شهر
        [zero] لا أيام
        [one] يوم
        [two] يومان
        [few] { $count } أيام
        [many] { $count } يوماً
       *[other] { $count } يوم
    }
pause-unread =
    لم أفهم عدد الأيام. اكتبه هكذا: <code>{ $example }</code>
    أطول إيقاف مؤقت { $most ->
        [zero] لا شيء
        [one] يوم واحد
        [two] يومان
        [few] { $most } أيام
        [many] { $most } يوماً
       *[other] { $most } يوم
    }.
paused =
    توقف الملخص مؤقتاً ({ $days }).
    يعود { $next }.
    للعودة قبل ذلك: { $resume }
paused-no-time =
    توقف الملخص مؤقتاً ({ $days }).
    للعودة قبل ذلك: { $resume }
resumed = عاد الملخص. يصلك القادم { $next }.
resumed-already = ملخصك ليس متوقفاً. يصلك القادم { $next }.
topic-gone =
    الموضوع الذي كان يصل إليه هذا الملخص لم يعد موجوداً في المجموعة، فوصل إليها كلها هذه المرة فقط.
    للمشرفين: أرسلوا { $subscribe } في الموضوع الذي تريدونه ليصل الملخص إليه.
state-active = يصلك الملخص القادم { $next }.
next-at = { $day }، الساعة { $time } بتوقيت { $city }
next-today = اليوم { $day }، الساعة { $time } بتوقيت { $city }
next-tomorrow = غداً { $day }، الساعة { $time } بتوقيت { $city }

## الملخص

digest-title = موجز { $day }
digest-part = { $part } من { $parts }
digest-nothing =
    لا جديد منذ ملخصك الأخير.
    أحدث الأخبار: { $latest }
digest-empty =
    لا أخبار بعد. تظهر هنا ما إن تصل.
digest-no-match =
    لا أخبار جديدة في المواضيع التي اخترتها.
    لتغيير المواضيع: { $settings }
digest-on-its-way = ملخصك في الطريق إليك الآن.
story-source =
    { $others ->
        [zero] { $source }
        [one] { $source } ومصدر آخر
        [two] { $source } ومصدران آخران
        [few] { $source } و{ $others } مصادر أخرى
        [many] { $source } و{ $others } مصدراً آخر
       *[other] { $source } و{ $others } مصدر آخر
    }
ago-now = الآن
ago-minutes =
    { $count ->
        [zero] الآن
        [one] قبل دقيقة
        [two] قبل دقيقتين
        [few] قبل { $count } دقائق
        [many] قبل { $count } دقيقة
       *[other] قبل { $count } دقيقة
    }
ago-hours =
    { $count ->
        [zero] الآن
        [one] قبل ساعة
        [two] قبل ساعتين
        [few] قبل { $count } ساعات
        [many] قبل { $count } ساعة
       *[other] قبل { $count } ساعة
    }
ago-days =
    { $count ->
        [zero] اليوم
        [one] قبل يوم
        [two] قبل يومين
        [few] قبل { $count } أيام
        [many] قبل { $count } يوماً
       *[other] قبل { $count } يوم
    }

## أحدث الأخبار والخبر

latest-title = أحدث الأخبار
latest-title-topic = أحدث الأخبار: { $topic }
latest-empty = لا أخبار بعد. تظهر هنا ما إن تصل.
latest-empty-topic =
    لا أخبار في «{ $topic }» بعد.
    المواضيع المتاحة: { $topics }
latest-unknown-topic =
    لا أعرف موضوعاً باسم «{ $topic }».
    المواضيع المتاحة: { $topics }
    لفتح أحدها: { $command }
article-usage =
    اكتب رقم الخبر بعد الأمر، مثل { $example }
    لرؤية الأرقام: { $latest }
article-usage-empty = لا أخبار بعد. تظهر هنا ما إن تصل.
article-missing =
    لا خبر بالرقم { $number }.
    الأرقام المتاحة من { $first } إلى { $last }، وأحدثها في { $latest }
article-full = النص الكامل
article-continued = تتمة النص
page-missing = لا خبر بهذا الرقم

## البحث

search-usage =
    اكتب ما تبحث عنه، مثل { $example }
    في موضوع واحد: { $narrowed }
    منذ يوم معيّن: { $dated }
    عبارة بنصها: { $quoted }
    أحدث الأخبار: { $latest }
search-count =
    { $count ->
        [zero] لا نتائج لـ«{ $words }»
        [one] نتيجة واحدة لـ«{ $words }»
        [two] نتيجتان لـ«{ $words }»
        [few] { $count } نتائج لـ«{ $words }»
        [many] { $count } نتيجة لـ«{ $words }»
       *[other] { $count } نتيجة لـ«{ $words }»
    }
search-none =
    لا نتائج لـ«{ $words }».
    جرّب كلمات أقل، أو كلمة أخرى بالمعنى نفسه.
search-near = لا كلمة مكتوبة هكذا تماماً، وهذه أقرب النتائج إليها.
search-topic = في موضوع { $topic }
search-since = منذ { $day }
search-until = حتى { $day }
search-date-unread =
    لم أفهم التاريخ «{ $date }».
    اكتبه هكذا: { $example }
search-partial = ما زال فهرس البحث قيد الإعداد، فقد تظهر نتائج أخرى بعد قليل.

## المواضيع

topics-title = المواضيع
topics-line =
    { $count ->
        [zero] { $topic }: لا أخبار بعد
        [one] { $topic }: خبر واحد — { $command }
        [two] { $topic }: خبران — { $command }
        [few] { $topic }: { $count } أخبار — { $command }
        [many] { $topic }: { $count } خبراً — { $command }
       *[other] { $topic }: { $count } خبر — { $command }
    }
topics-empty = لا أخبار بعد، فلا مواضيع.
topics-choose = لاختيار ما يصلك منها: { $settings }

## الإعدادات

settings-title = الإعدادات
settings-status-active = الاشتراك: فعّال
settings-status-inactive = الاشتراك: متوقف
settings-status-paused = الاشتراك: متوقف مؤقتاً حتى { $day }
settings-status-paused-open = الاشتراك: متوقف مؤقتاً
settings-days = الأيام: { $days }
settings-quiet = ساعات الهدوء: من { $from } إلى { $to }
settings-quiet-none = ساعات الهدوء: بلا
settings-sound = الصوت: يصل الملخص بصوت
settings-silent = الصوت: يصل الملخص بلا صوت
settings-keeps-quiet = حين لا جديد: لا تصلك رسالة
settings-says-nothing = حين لا جديد: تصلك رسالة تقول ذلك
settings-muted = مواضيع مستبعدة: { $words }
settings-muted-none = مواضيع مستبعدة: لا شيء
settings-follow = كلمات تتابعها: { $words }
settings-follow-none = كلمات تتابعها: لا شيء
settings-block = كلمات محجوبة: { $words }
settings-block-none = كلمات محجوبة: لا شيء
settings-alerts = التنبيه العاجل: يصلك ما تتابعه فور نشره
settings-alerts-none = التنبيه العاجل: بلا، وما تتابعه يأتي في الملخص
settings-items = عدد الأخبار: { $items }
settings-digits = الأرقام: { $digits }
settings-calendar = التقويم: { $calendar }
settings-previews = الصور: تظهر
settings-previews-none = الصور: لا تظهر
names-more =
    { $count ->
        [zero] { $names }
        [one] { $names } وواحدة أخرى
        [two] { $names } واثنتان أخريان
        [few] { $names } و{ $count } أخرى
        [many] { $names } و{ $count } أخرى
       *[other] { $names } و{ $count } أخرى
    }
group-when = الأيام وساعات الهدوء
group-what = الكلمات والتنبيه
group-look = شكل الملخص
button-when = الأيام والهدوء
button-what = الكلمات والتنبيه
button-look = شكل الملخص
button-days = الأيام
button-quiet = ساعات الهدوء
button-muted = مواضيع مستبعدة
button-follow = كلمات تتابعها
button-block = كلمات محجوبة
button-items = عدد الأخبار
button-digits = الأرقام
button-calendar = التقويم
button-resume = استئناف الملخص
switch-silent = بلا صوت
switch-saynothing = أخبرني حين لا جديد
switch-alerts = تنبيه فوري بما أتابعه
switch-previews = الصور ومعاينة الروابط
settings-times = الوقت: { $times }
settings-times-none = الوقت: لم يُحدَّد بعد
settings-zone = المنطقة الزمنية: { $zone }
settings-topics = المواضيع: { $topics }
settings-topics-all = المواضيع: كلها
settings-length = طول الملخص: { $length }
settings-language = اللغة: { $language }
settings-next = الملخص القادم: { $next }
settings-closed = حُفظت الإعدادات. للعودة إليها: { $settings }
button-time = الوقت
button-zone = المنطقة الزمنية
button-topics = المواضيع
button-length = طول الملخص
button-language = اللغة
button-add-time = إضافة وقت
button-remove = حذف { $time }
button-remove-words = حذف «{ $words }»
button-add-words = إضافة كلمات
button-minute-less = ‏− دقيقة
button-minute-more = ‏+ دقيقة
button-topic-none = كل المواضيع
button-mute-none = لا تستبعد شيئاً
button-quiet-other = ساعات أخرى
button-quiet-off = بلا ساعات هدوء
day-sun = الأحد
day-mon = الاثنين
day-tue = الثلاثاء
day-wed = الأربعاء
day-thu = الخميس
day-fri = الجمعة
day-sat = السبت
days-all = كل يوم
days-work = أيام العمل
days-none = لا يوم
days-title =
    في أي الأيام يصلك الملخص؟
    «أيام العمل» كل الأيام عدا عطلة بلدك: { $rest }.
days-last = اختر يوماً واحداً على الأقل. لإيقاف الملخص: إلغاء الاشتراك في الإعدادات.
quiet-title =
    في ساعات الهدوء لا يصلك أي تنبيه. أما مواعيد الملخص التي اخترتها فتبقى كما هي.
    اختر الساعات، أو اكتبها مباشرة، مثل { $example }
quiet-usual = من { $from } إلى { $to }
quiet-from = متى تبدأ ساعات الهدوء؟
quiet-to = تبدأ { $from }. متى تنتهي؟
quiet-same = البداية والنهاية وقت واحد. اختر وقتين مختلفين.
quiet-unread = لم أفهم هذه الساعات. اكتبها مثل { $example }
list-follow-title = كلمات تتابعها
list-follow-about = الأخبار التي ترد فيها هذه الكلمات تتقدم غيرها في ملخصك. لا فرق بين «أ» و«ا»، ولا أثر للتشكيل أو «ال» التعريف.
list-follow-ask = اكتب كلمة أو عبارة تريد متابعتها. لأكثر من عبارة، اكتب كلاً منها في سطر.
list-block-title = كلمات محجوبة
list-block-about = الأخبار التي ترد فيها هذه الكلمات لا تصلك في الملخص. لا فرق بين «أ» و«ا»، ولا أثر للتشكيل أو «ال» التعريف.
list-block-ask = اكتب كلمة أو عبارة لا تريد أخبارها. لأكثر من عبارة، اكتب كلاً منها في سطر.
phrases-none = القائمة فارغة.
phrase-follow-added = أصبحت تتابع «{ $words }».
phrase-follow-moved = أصبحت تتابع «{ $words }»، وحُذفت من الكلمات المحجوبة.
phrase-block-added = حُجبت «{ $words }».
phrase-block-moved = حُجبت «{ $words }»، وحُذفت من الكلمات التي تتابعها.
phrase-known = «{ $words }» في القائمة من قبل.
phrase-empty = «{ $words }» لا تكفي للبحث. اكتب كلمة لها معنى وحدها.
phrase-gone = هذه العبارة لم تعد في القائمة.
phrase-long =
    { $limit ->
        [zero] العبارة «{ $words }» طويلة.
        [one] العبارة «{ $words }» طويلة. الحد حرف واحد.
        [two] العبارة «{ $words }» طويلة. الحد حرفان.
        [few] العبارة «{ $words }» طويلة. الحد { $limit } أحرف.
        [many] العبارة «{ $words }» طويلة. الحد { $limit } حرفاً.
       *[other] العبارة «{ $words }» طويلة. الحد { $limit } حرف.
    }
phrase-full =
    { $limit ->
        [zero] القائمة ممتلئة، ولم تُضف «{ $words }».
        [one] القائمة ممتلئة (عبارة واحدة)، ولم تُضف «{ $words }». احذف العبارة أولاً.
        [two] القائمة ممتلئة (عبارتان)، ولم تُضف «{ $words }». احذف إحداهما أولاً.
        [few] القائمة ممتلئة ({ $limit } عبارات)، ولم تُضف «{ $words }». احذف عبارة أولاً.
        [many] القائمة ممتلئة ({ $limit } عبارة)، ولم تُضف «{ $words }». احذف عبارة أولاً.
       *[other] القائمة ممتلئة ({ $limit } عبارة)، ولم تُضف «{ $words }». احذف عبارة أولاً.
    }
items-title = كم خبراً تريد في الملخص الواحد؟
items-count =
    { $count ->
        [zero] لا أخبار
        [one] خبر واحد
        [two] خبران
        [few] { $count } أخبار
        [many] { $count } خبراً
       *[other] { $count } خبر
    }
digits-title = كيف تُكتب الأرقام؟ أرقام الأوامر تبقى كما هي.
digits-latin = ‏123
digits-arabic = ١٢٣
calendar-title = بأي تقويم تُكتب التواريخ؟
calendar-gregorian = الميلادي
calendar-hijri = الهجري
calendar-both = الميلادي والهجري معاً
length-headlines = العناوين فقط
length-short = قصير
length-standard = متوسط
length-long = طويل
time-title = أوقات الإرسال
time-now = الساعة الآن { $time } بتوقيت { $city }.
time-hint = اختر وقتاً لتغييره، أو أضف وقتاً جديداً. أربعة أوقات في اليوم على الأكثر.
time-hint-none = لا وقت محدداً للإرسال، فلن يصلك ملخص. أضف وقتاً.
time-hour = اختر الساعة، أو اكتب الوقت مباشرة، مثل { $example }
time-minute = اختر الدقيقة، أو اكتب الوقت مباشرة، مثل { $example }
time-unread = لم أفهم هذا الوقت. اكتبه مثل { $example } أو { $other }.
time-saved = حُفظ الوقت { $time }. الملخص القادم { $next }.
time-saved-inactive = حُفظ الوقت { $time }. لتصلك الملخصات اشترك أولاً: { $subscribe }
time-too-many =
    { $limit ->
        [zero] لا يمكن إضافة أوقات.
        [one] وقت واحد في اليوم على الأكثر. احذف وقتك الحالي أولاً.
        [two] وقتان في اليوم على الأكثر. احذف أحدهما أولاً.
        [few] { $limit } أوقات في اليوم على الأكثر. احذف وقتاً منها أولاً.
        [many] { $limit } وقتاً في اليوم على الأكثر. احذف وقتاً منها أولاً.
       *[other] { $limit } وقت في اليوم على الأكثر. احذف وقتاً منها أولاً.
    }
zone-title = اختر أقرب مدينة إليك، أو اكتب اسم أي مدينة، أو أرسل موقعك. الموقع لا يُحفظ.
zone-saved = حُفظ توقيت { $city }، والساعة فيها الآن { $time }.
zone-several = أي مدينة تقصد؟
zone-unknown =
    لا أعرف مدينة باسم «{ $name }».
    اكتب أقرب مدينة كبيرة إليك، أو اسم المنطقة الزمنية، مثل { $example }
zone-at-sea = لم أجد منطقة زمنية لهذا الموقع. اكتب اسم أقرب مدينة كبيرة إليك.
topics-title-choose = اختر المواضيع التي تريدها. من دون اختيار تصلك كلها.
mutedtopics-title-choose = اختر المواضيع التي لا تريد أن يصلك منها شيء.
length-title = اختر طول ما يصلك من كل خبر.
language-title = اختر لغة البوت.
saved = حُفظ التغيير
language-name = العربية

## ما لم يُفهم

unknown-command =
    لا أعرف هذا الأمر.
    كل الأوامر: { $help }
free-text =
    لم أفهم هذه الكلمات. جرّب «ملخص» أو «أخبار الاقتصاد» أو «بحث الطاقة» أو «خبر 3».
    ملخصك: { $digest }
    أحدث الأخبار: { $latest }
    كل الأوامر: { $help }
admins-only = هذا للمشرفين في هذه المجموعة.
stale-button = لم يعد هذا الزر يعمل. اطلب ما تريده من جديد.
article-gone = لم يعد هذا الخبر متاحاً.
failed =
    عذراً، حدث خطأ ولم يكتمل طلبك. حاول بعد قليل.
    رقم الخطأ: { $id }

## للمشغّلين

source-off =
    توقفت قراءة المصدر «{ $name }» { $why ->
        [gone] لأن ناشره أزاله نهائيًا.
       *[failures] بعد { $failures } محاولة متتالية فاشلة.
    }
    العنوان: { $address }
    آخر خطأ: <code>{ $reason }</code>
    لتشغيله من جديد: <code>mujaz sources on { $id }</code>

## أسماء المدن

city-cairo = القاهرة
city-riyadh = الرياض
city-dubai = دبي
city-baghdad = بغداد
city-damascus = دمشق
city-amman = عمّان
city-beirut = بيروت
city-jerusalem = القدس
city-gaza = غزة
city-kuwait = الكويت
city-doha = الدوحة
city-manama = المنامة
city-muscat = مسقط
city-sanaa = صنعاء
city-khartoum = الخرطوم
city-tripoli = طرابلس
city-tunis = تونس
city-algiers = الجزائر
city-rabat = الرباط
city-nouakchott = نواكشوط
city-mogadishu = مقديشو
city-djibouti = جيبوتي
city-london = لندن
city-berlin = برلين
city-new-york = نيويورك
city-istanbul = إسطنبول
