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
    ‏{ $state }
group-start =
    <b>موجز في مجموعتكم</b>
    أختار من كل خبر أهم جُمَله كما كتبها صاحبها.
    لمن أراد ملخصاً الآن: { $digest }
    ليصل الملخص إلى المجموعة كل يوم، على أحد المشرفين أن يرسل: { $subscribe }
group-start-again =
    <b>موجز في مجموعتكم</b>
    ‏{ $state }
help-title = ما الذي يمكنك طلبه؟
help-line = { $command } — { $about }

command-start = بداية الحديث مع موجز
command-help = الأوامر وشرحها
command-subscribe = الاشتراك في الملخص اليومي
command-unsubscribe = إلغاء الاشتراك
command-pause = إيقاف مؤقت: يوم أو أسبوع أو أكثر
command-resume = العودة بعد الإيقاف المؤقت
command-channel = ضبط قناة أو مجموعة تديرها
command-language = لغة البوت
command-digest = ملخصك الآن
command-latest = أحدث الأخبار، كلها أو في موضوع واحد
command-search = البحث في الأخبار: اكتب الكلمات بعد الأمر
command-article = خبر برقمه: اكتب الرقم بعد الأمر
command-topics = المواضيع المتاحة
command-privacy = ما يُحفظ عنك، وكم يبقى
command-mydata = بياناتك في ملف
command-forget = محو بياناتك كلها
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
    { $kind ->
        [group]
            <b>تم اشتراك المجموعة</b>
            يصل إليها أول ملخص { $next }.
            لتغيير الوقت أو المواضيع: { $settings }
        [channel]
            <b>تم اشتراك القناة</b>
            يُنشر فيها أول ملخص { $next }.
            لتغيير الوقت أو المواضيع: { $settings }
       *[private]
            <b>تم اشتراكك</b>
            يصلك أول ملخص { $next }.
            لتغيير الوقت أو المواضيع: { $settings }
    }
subscribed-already =
    { $kind ->
        [group]
            المجموعة مشتركة بالفعل. يصل إليها الملخص القادم { $next }.
            لتغيير الوقت أو المواضيع: { $settings }
        [channel]
            القناة مشتركة بالفعل. يُنشر فيها الملخص القادم { $next }.
            لتغيير الوقت أو المواضيع: { $settings }
       *[private]
            أنت مشترك بالفعل. يصلك الملخص القادم { $next }.
            لتغيير الوقت أو المواضيع: { $settings }
    }
subscribed-no-time =
    { $kind ->
        [group] المجموعة مشتركة، لكن لا وقت محدداً للإرسال. اختاروا وقتاً من { $settings }
        [channel] القناة مشتركة، لكن لا وقت محدداً للنشر. اختر وقتاً من { $settings }
       *[private] أنت مشترك، لكن لا وقت محدداً للإرسال. اختر وقتاً من { $settings }
    }
unsubscribed =
    { $kind ->
        [group]
            أُلغي اشتراك المجموعة، ولن يصل إليها أي ملخص بعد الآن.
            تبقى إعداداتها محفوظة، والعودة ممكنة متى شئتم: { $subscribe }

            ما السبب؟ لمسة واحدة تكفي. وإن كان ما تريده استراحة فقط، فاختر مدتها.
        [channel]
            أُلغي اشتراك القناة، ولن يُنشر فيها أي ملخص بعد الآن.
            تبقى إعداداتها محفوظة، ويمكنك العودة متى شئت: { $subscribe }

            ما السبب؟ لمسة واحدة تكفي. وإن كان ما تريده استراحة فقط، فاختر مدتها.
       *[private]
            أُلغي اشتراكك، ولن يصلك أي ملخص بعد الآن.
            تبقى إعداداتك محفوظة، ويمكنك العودة متى شئت: { $subscribe }

            ما السبب؟ لمسة واحدة تكفي. وإن كان ما تريده استراحة فقط، فاختر مدتها.
    }
unsubscribed-already =
    { $kind ->
        [group] المجموعة غير مشتركة حالياً. للاشتراك: { $subscribe }
        [channel] القناة غير مشتركة حالياً. للاشتراك: { $subscribe }
       *[private] لست مشتركاً حالياً. للاشتراك: { $subscribe }
    }
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
offer-add = موضوع «{ $topic }» ليس بين المواضيع التي تصلك. هل تريد إضافته؟

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
# [no form] $days: يأتي كلاماً جاهزاً
paused =
    توقف الملخص مؤقتاً ({ $days }).
    يعود { $next }.
    للعودة قبل ذلك: { $resume }
# [no form] $days: يأتي كلاماً جاهزاً
paused-no-time =
    توقف الملخص مؤقتاً ({ $days }).
    للعودة قبل ذلك: { $resume }
resumed =
    { $kind ->
        [group] عاد الملخص. يصل القادم إلى المجموعة { $next }.
        [channel] عاد الملخص. يُنشر القادم في القناة { $next }.
       *[private] عاد الملخص. يصلك القادم { $next }.
    }
resumed-already =
    { $kind ->
        [group] الملخص ليس متوقفاً. يصل القادم إلى المجموعة { $next }.
        [channel] الملخص ليس متوقفاً. يُنشر القادم في القناة { $next }.
       *[private] ملخصك ليس متوقفاً. يصلك القادم { $next }.
    }
topic-gone =
    الموضوع الذي كان يصل إليه هذا الملخص لم يعد موجوداً في المجموعة، فوصل إليها كلها هذه المرة فقط.
    للمشرفين: أرسلوا { $subscribe } في الموضوع الذي تريدونه ليصل الملخص إليه.
state-active =
    { $kind ->
        [group] يصل الملخص القادم إلى المجموعة { $next }.
        [channel] يُنشر الملخص القادم في القناة { $next }.
       *[private] يصلك الملخص القادم { $next }.
    }
next-at = { $day }، الساعة { $time } بتوقيت { $city }
next-today = اليوم { $day }، الساعة { $time } بتوقيت { $city }
next-tomorrow = غداً { $day }، الساعة { $time } بتوقيت { $city }

## الملخص

digest-title = موجز { $day }
# [no form] $part: رقم بلا معدود
# [no form] $parts: رقم بلا معدود
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
# [no form] $number: رقم خبر لا عدد
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
# [no form] $days: a list of names, no number.
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
phrase-known = العبارة «{ $words }» في القائمة من قبل.
phrase-empty = العبارة «{ $words }» لا تكفي للبحث. اكتب كلمة لها معنى وحدها.
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
        [one] لا يُحفظ أكثر من وقت واحد في اليوم. احذف وقتك الحالي أولاً.
        [two] لا يُحفظ أكثر من وقتين في اليوم. احذف أحدهما أولاً.
        [few] لا يُحفظ أكثر من { $limit } أوقات في اليوم. احذف وقتاً منها أولاً.
        [many] لا يُحفظ أكثر من { $limit } وقتاً في اليوم. احذف وقتاً منها أولاً.
       *[other] لا يُحفظ أكثر من { $limit } وقت في اليوم. احذف وقتاً منها أولاً.
    }
zone-title = اختر أقرب مدينة إليك، أو اكتب اسم أي مدينة، أو أرسل موقعك، ولا تُحفظ منه إلا المدينة.
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

## المواقيت مع الصلوات

prayer-fajr = الفجر
prayer-sunrise = الشروق
prayer-dhuhr = الظهر
prayer-asr = العصر
prayer-maghrib = المغرب
prayer-isha = العشاء
wish-at = مع أذان { $prayer }
wish-at-sunrise = عند الشروق
wish-after = بعد { $prayer } { $span }
wish-before = قبل { $prayer } { $span }
span-minutes =
    { $count ->
        [zero] مباشرة
        [one] بدقيقة
        [two] بدقيقتين
        [few] بـ{ $count } دقائق
        [many] بـ{ $count } دقيقة
       *[other] بـ{ $count } دقيقة
    }
span-hours =
    { $count ->
        [zero] مباشرة
        [one] بساعة
        [two] بساعتين
        [few] بـ{ $count } ساعات
        [many] بـ{ $count } ساعة
       *[other] بـ{ $count } ساعة
    }
next-at-prayer = { $day } { $wish }، الساعة { $time } بتوقيت { $city }
next-today-prayer = اليوم { $day } { $wish }، الساعة { $time } بتوقيت { $city }
next-tomorrow-prayer = غداً { $day } { $wish }، الساعة { $time } بتوقيت { $city }
button-prayers = مع الصلوات
button-clock = ساعة محددة
button-remove-wish = حذف
prayer-time = { $prayer } { $time }
button-wish-at = مع الأذان
button-wish-at-sunrise = عند الشروق
button-wish-after = بعده { $span }
button-wish-before = قبله { $span }
prayer-example = بعد الفجر بربع ساعة
prayers-title = اختر الصلاة، أو اكتب مثل: { $example }
prayers-city = هذه مواقيت اليوم في { $city } بالحساب، وقد يسبقها الأذان عندك أو يتأخر عنها دقائق.
prayer-when = متى تريد الملخص؟ اختر، أو اكتب مثل: { $example }
prayer-today = موعد { $prayer } اليوم في { $city }: { $time }
wish-saved = حُفظ الوقت: { $time }. الملخص القادم { $next }.
wish-saved-inactive = حُفظ الوقت: { $time }. لتصلك الملخصات اشترك أولاً: { $subscribe }
prayer-no-place = لا أعرف مواقيت الصلاة في { $city }. اختر مدينة قريبة إليك من إعداد المنطقة الزمنية، أو ساعة محددة.
settings-times-unplaced = لا أعرف مواقيت الصلاة في { $city }، فلن يصلك الملخص المضبوط عليها. اختر مدينة قريبة إليك.

## المجموعات والقنوات

private-only = هذا الأمر للمحادثة الخاصة: { $bot }
group-welcome =
    شكراً على إضافة موجز إلى المجموعة.
    لمن أراد ملخصاً الآن: { $digest }
    ليصل الملخص إلى المجموعة كل يوم، على أحد المشرفين أن يرسل: { $subscribe }
    الوقت والمواضيع: { $settings }
channel-welcome = أُضيف موجز إلى القناة «{ $title }». من هنا تحدد ما يُنشر فيها ومتى.
channel-channel = القناة: «{ $title }»
channel-group = المجموعة: «{ $title }»
channel-list =
    اختر ما تريد ضبطه.
    لإضافة قناة أخرى اكتب اسمها بعد الأمر، مثل <code>{ $example }</code>
channel-how =
    لنشر الملخص في قناتك أضف البوت إليها مشرفاً يحق له النشر، ثم اخترها بالزر في الأسفل.
    أو اكتب اسمها بعد الأمر، مثل <code>{ $example }</code>
channel-unknown =
    لم أجد هذه القناة أو المجموعة.
    تأكد من الاسم، ومن أن البوت مشرف فيها.
channel-not-you =
    لا يضبط «{ $title }» إلا مشرف فيها يحق له النشر.
channel-not-me =
    لا يستطيع البوت النشر في «{ $title }».
    أضفه إليها مشرفاً يحق له النشر، ثم أعد المحاولة.
channel-not-you-now = لم تعد مشرفاً هناك، أو لم يعد البوت يستطيع النشر.
button-pick-channel = اختر قناة

## الخصوصية

privacy-title = <b>ما الذي يحفظه موجز عنك؟</b>
privacy-chat = رقم هذه المحادثة في تلغرام، فبه أصل إليك.
privacy-settings = إعداداتك كما تراها في { $settings }، وما حفظته وتتابعه وتحجبه، وآخر خبر عُرض عليك حتى لا يتكرر. يبقى ذلك ما دمت مشتركاً أو إلى أن تمحوه.
# [no form] $days: يأتي كلاماً جاهزاً
# [no form] $week: يأتي كلاماً جاهزاً
privacy-told = ما نُبّهت إليه من أخبار حتى لا يتكرر تنبيه ولا تكثر التنبيهات، وما أُرسل إليك من رسائل المشغّل العامة. يُمحى الأول من نفسه بعد { $days } من آخر تنبيه، والثاني بعد { $week } من انتهاء الإرسال.
# [no form] $days: يأتي كلاماً جاهزاً
privacy-searched = آخر ما بحثت عنه، { $searches } على الأكثر. يُمحى من نفسه بعد { $days } من آخر بحث.
# [no form] $minutes: يأتي كلاماً جاهزاً
privacy-begun = ما بدأت كتابته ولم تكمله، كوقت جديد. يُمحى من نفسه بعد { $minutes }.
privacy-managed = القنوات والمجموعات التي ضبطت إعداداتها من هنا. تبقى إلى أن تمحوها.
privacy-undelivered = سجل بما تعذّر إيصاله إليك أو ينتظر مراجعة المشغّل، وفيه رقم المحادثة. يبقى إلى أن يعالجه المشغّل أو تمحوه أنت.
privacy-counted = كم مرة طلبت شيئاً في هذه الدقيقة، وكم رسالة كتبت إلى المشغّل اليوم. يُمحى ذلك من نفسه خلال يوم.
# [no form] $days: يأتي كلاماً جاهزاً
privacy-inactive = إن ألغيت اشتراكك أو حظرت البوت أو لم تشترك أصلاً، مُحي كل ما سبق بعد { $days } من آخر استعمال.
privacy-backups = قد يحتفظ المشغّل بنسخ احتياطية، فيبقى فيها ما مُحي هنا إلى أن يستبدلها.
privacy-not-kept =
    <b>وما الذي لا يحفظه؟</b>
    لا اسمك ولا رقم هاتفك ولا نص رسائلك: تبقى الرسالة، وفيها اسمك، إلى أن أجيب عنها فقط. وما تكتبه إلى المشغّل يصل إليه برقمك في موجز لا باسمك. وسبب إلغاء الاشتراك يُعدّ رقماً بلا أسماء.
privacy-ways =
    لتأخذ بياناتك في ملف: { $mydata }
    لتمحوها كلها: { $forget }
privacy-searches =
    { $count ->
        [zero] لا شيء
        [one] بحث واحد
        [two] بحثان
        [few] { $count } عمليات بحث
        [many] { $count } عملية بحث
       *[other] { $count } عملية بحث
    }
privacy-days =
    { $count ->
        [7] أسبوع
        [zero] أقل من يوم
        [one] يوم
        [two] يومين
        [few] { $count } أيام
        [many] { $count } يوماً
       *[other] { $count } يوم
    }
privacy-minutes =
    { $count ->
        [zero] أقل من دقيقة
        [one] دقيقة
        [two] دقيقتين
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }
mydata =
    <b>بياناتك</b>
    في الملف إعداداتك وكل ما حفظته وتتابعه، وتقبله أي نسخة أخرى من موجز.
mydata-searches = آخر ما بحثت عنه: { $searches }
mydata-more =
    ما يُحفظ وكم يبقى: { $privacy }
    لمحو ذلك كله: { $forget }
forget-title =
    <b>أتريد محو بياناتك؟</b>
    يُمحى اشتراكك وإعداداتك وكل ما حفظته وتابعته وبحثت عنه، ولا يمكن التراجع.
    لتأخذ نسخة منها أولاً: { $mydata }
forget-title-group =
    <b>أتريدون محو بيانات هذه المحادثة؟</b>
    يُمحى الاشتراك والإعدادات وكل ما حُفظ فيها، وفي مواضيعها إن كانت لها مواضيع، ولا يمكن التراجع.
    لأخذ نسخة منها أولاً: { $mydata }
button-forget = نعم، امحُ كل شيء
button-keep = لا، أبقِه
forgotten =
    مُحيت البيانات كلها، ولم يبقَ منها عند موجز شيء.
    الرسائل هنا باقية في تلغرام، وحذفها بيدك. وللبدء من جديد: { $start }
forget-kept = بقي كل شيء كما هو.

## ما لم يُفهم

unknown-command =
    لا أعرف هذا الأمر.
    كل الأوامر: { $help }
# [no form] $number: رقم خبر لا عدد
free-text =
    لم أفهم هذه الكلمات. جرّب «ملخص» أو «أخبار الاقتصاد» أو «بحث الطاقة» أو «خبر { $number }».
    ملخصك: { $digest }
    أحدث الأخبار: { $latest }
    كل الأوامر: { $help }
admins-only =
    { $kind ->
        [channel] هذا للمشرفين على القناة.
       *[group] هذا للمشرفين في هذه المجموعة.
    }
too-often = طلبات كثيرة في دقيقة واحدة. انتظر قليلاً ثم تابع.
back-soon = نعود بعد قليل. أعد المحاولة بعد دقيقة.
stale-button = لم يعد هذا الزر يعمل. اطلب ما تريده من جديد.
article-gone = لم يعد هذا الخبر متاحاً.
failed =
    عذراً، حدث خطأ ولم يكتمل طلبك. حاول بعد قليل.
    رقم الخطأ: { $id }

## أزرار الخبر، والمحفوظات، والكلمات، ولماذا

command-saved = الأخبار التي حفظتها
command-follow = متابعة كلمات: اكتبها بعد الأمر
command-block = حجب كلمات: اكتبها بعد الأمر
command-why = لماذا وصلك خبر أو لم يصلك: اكتب رقمه

more-title = المزيد من موجز { $day }
again-title = ملخصك الأخير، موجز { $day }
story-update = جديد في خبر تتابعه
alert-title = تنبيه: وصل الآن ما تتابعه
button-options = خيارات
button-more = المزيد
button-again = أعد عرض الملخص الأخير
button-save = حفظ
button-saved = ✓ محفوظ
button-follow-story = تابع الخبر
button-story-followed = ✓ تتابعه
button-less = أقل من هذا
button-why = لماذا هذا؟
button-mute-topic = كتم موضوع { $topic }
button-block-word = حجب «{ $words }»
button-share = مشاركة
button-summary = الملخص
button-edit-list = تعديل القائمة
button-remove-saved = حذف { $ordinal }
more-none = لا مزيد الآن. الجديد في ملخصك القادم.
again-gone = مضى على ملخصك الأخير أكثر من يومين، فلم يعد محفوظاً.
save-done = حُفظ الخبر. قائمتك: { $saved }
save-removed = حُذف الخبر من المحفوظات.
save-full =
    { $most ->
        [zero] لا مكان في المحفوظات.
        [one] لا مكان لأكثر من خبر واحد. احذف ما لم تعد تريده: { $saved }
        [two] لا مكان لأكثر من خبرين. احذف ما لم تعد تريده: { $saved }
        [few] لا مكان لأكثر من { $most } أخبار. احذف ما لم تعد تريده: { $saved }
        [many] لا مكان لأكثر من { $most } خبراً. احذف ما لم تعد تريده: { $saved }
       *[other] لا مكان لأكثر من { $most } خبر. احذف ما لم تعد تريده: { $saved }
    }
story-followed = تتابع هذا الخبر. يصلك جديده في ملخصك وإن كنت قرأت أوله.
story-unfollowed = لم تعد تتابع هذا الخبر.
topic-muted = كُتم موضوع { $topic }. لإعادته افتح الإعدادات.
word-blocked = حُجبت «{ $words }». لإعادتها افتح الإعدادات.

article-others = الخبر في مصادر أخرى
article-related = أخبار قريبة منه

saved-title =
    { $count ->
        [zero] لا أخبار محفوظة
        [one] خبر واحد محفوظ
        [two] خبران محفوظان
        [few] { $count } أخبار محفوظة
        [many] { $count } خبراً محفوظاً
       *[other] { $count } خبر محفوظ
    }
saved-none =
    لا أخبار محفوظة بعد. زر «حفظ» تحت كل خبر يضيفه إلى هذه القائمة.
    أحدث الأخبار: { $latest }

follow-count =
    { $count ->
        [zero] لا تتابع أي كلمات
        [one] تتابع عبارة واحدة
        [two] تتابع عبارتين
        [few] تتابع { $count } عبارات
        [many] تتابع { $count } عبارة
       *[other] تتابع { $count } عبارة
    }
follow-more = لإضافة غيرها: { $example }
follow-none =
    لا تتابع أي كلمات بعد. ما يُذكر فيه ما تتابعه يتقدم في ملخصك.
    للمتابعة: { $example }
follow-added = تتابع الآن «{ $words }». ما تُذكر فيه يتقدم في ملخصك.
follow-known = تتابع «{ $words }» من قبل.
block-count =
    { $count ->
        [zero] لا تحجب أي كلمات
        [one] تحجب عبارة واحدة
        [two] تحجب عبارتين
        [few] تحجب { $count } عبارات
        [many] تحجب { $count } عبارة
       *[other] تحجب { $count } عبارة
    }
block-more = لإضافة غيرها: { $example }
block-none =
    لا تحجب أي كلمات بعد. ما يُذكر فيه ما تحجبه لا يصلك.
    للحجب: { $example }
block-added = حُجبت «{ $words }». ما تُذكر فيه لا يصلك.
block-known = «{ $words }» محجوبة من قبل.
words-nothing = لا تكفي «{ $words }» وحدها للبحث عنها في الأخبار. اكتب كلمة أدل منها.
words-too-long =
    { $most ->
        [zero] العبارة طويلة.
        [one] العبارة طويلة. حرف واحد على الأكثر.
        [two] العبارة طويلة. حرفان على الأكثر.
        [few] العبارة طويلة. { $most } أحرف على الأكثر.
        [many] العبارة طويلة. { $most } حرفاً على الأكثر.
       *[other] العبارة طويلة. { $most } حرف على الأكثر.
    }
words-full = القائمة ممتلئة. احذف منها ما لم تعد تريده أولاً.

why-usage =
    اكتب رقم الخبر بعد الأمر، مثل { $example }
    لرؤية الأرقام: { $latest }
# [no form] $number: it names an article.
why-missing =
    لا خبر بالرقم { $number }.
    أحدث الأخبار: { $latest }
why-last = كان هذا الخبر في ملخصك الأخير.
why-met = سبق أن مرّ هذا الخبر على ملخصاتك: وصلك في أحدها، أو تقدم عليه غيره.
why-carried = لم يتسع له ملخصك الأخير، فهو بين ما ينتظر.
why-ahead = هذا الخبر مرشح لملخصك القادم.
why-archive = هذا خبر من الأرشيف، فلا يصل من نفسه. تجده بالبحث وبرقمه.
why-not = لا يصلك هذا الخبر.
why-hidden = أخفاه المحرر من الملخصات.
why-muted = كتمت موضوع { $topic }.
why-not-chosen = ليس من المواضيع التي اخترتها.
why-blocked = حجبت «{ $words }»، وهي مذكورة فيه.
why-all-topics = تصلك كل المواضيع، وموضوعه: { $topic }.
why-topic = اخترت موضوعه: { $topic }.
why-followed = تتابع «{ $words }»، وهي مذكورة فيه.
why-story-followed = تتابع هذا الخبر، فيصلك جديده.
why-pinned = ثبّته المحرر في أول الملخصات.
why-sources =
    { $count ->
        [zero] لم ينقله أي مصدر.
        [one] نقله مصدر واحد.
        [two] نقله مصدران.
        [few] نقلته { $count } مصادر.
        [many] نقله { $count } مصدراً.
       *[other] نقله { $count } مصدر.
    }
why-age = نُشر: { $age }.
why-weights = ما يرجّحه بين غيره، الأقوى أولاً:
# [no form] $part: a name, no number.
weight-line = { $part }: { $degree }
weight-none = لا شيء يرجّحه سوى موضوعه.
weight-pinned = تثبيت المحرر
weight-update = متابعتك للخبر
weight-followed = كلماتك المتابَعة
weight-outlets = عدد المصادر
weight-recency = حداثته
weight-degree-decisive = أثر حاسم
weight-degree-high = أثر كبير
weight-degree-middle = أثر متوسط
weight-degree-low = أثر قليل

## من يُقبل، وكم

denied = عذراً، هذا البوت متاح لمن اختارهم أصحابه فقط. لا نحفظ عن هذه المحادثة شيئاً.
full =
    بلغ عدد المشتركين حدّه، ولا اشتراكات جديدة الآن.
    جرّب مرة أخرى بعد أيام، ولك أن تتصفح: { $latest }
feed-too-many =
    ‏{ $most ->
        [zero] لا تُضاف مصادر من هنا.
        [one] لكل مشغّل مصدر واحد يضيفه، وقد أضفته.
        [two] لكل مشغّل مصدران يضيفهما، وقد أضفتهما.
        [few] لكل مشغّل { $most } مصادر يضيفها، وقد أضفتها كلها.
        [many] لكل مشغّل { $most } مصدراً يضيفها، وقد أضفتها كلها.
       *[other] لكل مشغّل { $most } مصدر يضيفها، وقد أضفتها كلها.
    }
    احذف واحداً منها لتضيف غيره.

## للمشغّلين

source-off =
    توقفت قراءة المصدر «{ $name }» { $why ->
        [gone] لأن ناشره أزاله نهائيًا.
       *[failures] بعد { $failures ->
            [zero] محاولات فاشلة.
            [one] محاولة فاشلة.
            [two] محاولتين متتاليتين فاشلتين.
            [few] { $failures } محاولات متتالية فاشلة.
            [many] { $failures } محاولة متتالية فاشلة.
           *[other] { $failures } محاولة متتالية فاشلة.
        }
    }
    العنوان: { $address }
    آخر خطأ: <code>{ $reason }</code>
    لتشغيله من جديد: <code>mujaz sources on { $id }</code>

## المصادر ورسائل القرّاء

command-sources = مصادر الأخبار وعدد أخبار كل منها
command-feedback = رسالة إلى فريق موجز
screen-shut = أُغلقت. للعودة: { $command }
sources-title =
    { $count ->
        [zero] لا مصادر في آخر أسبوع
        [one] مصدر واحد في آخر أسبوع
        [two] مصدران في آخر أسبوع
        [few] { $count } مصادر في آخر أسبوع
        [many] { $count } مصدراً في آخر أسبوع
       *[other] { $count } مصدر في آخر أسبوع
    }
sources-line =
    { $count ->
        [zero] { $name }: لا أخبار
        [one] { $name }: خبر واحد
        [two] { $name }: خبران
        [few] { $name }: { $count } أخبار
        [many] { $name }: { $count } خبراً
       *[other] { $name }: { $count } خبر
    }
sources-none =
    لا أخبار جديدة في آخر أسبوع.
    أحدث ما لدينا: { $latest }
feedback-ask = اكتب رسالتك وأرسلها الآن، وتصل إلى فريق موجز كما هي. لا نحتفظ بنصها في البوت، ولا يظهر لهم اسمك.
feedback-sent = وصلت رسالتك إلى فريق موجز، وشكراً لك. إن كان لها جواب فسيصلك هنا.
feedback-nobody = عذراً، لا أحد يستقبل الرسائل حالياً، ولم تُرسل رسالتك.
feedback-too-many =
    { $most ->
        [zero] لا تُستقبل الملاحظات الآن.
        [one] لا تُستقبل أكثر من رسالة واحدة في اليوم. عُد غداً.
        [two] لا تُستقبل أكثر من رسالتين في اليوم. عُد غداً.
        [few] لا تُستقبل أكثر من { $most } رسائل في اليوم. عُد غداً.
        [many] لا تُستقبل أكثر من { $most } رسالة في اليوم. عُد غداً.
       *[other] لا تُستقبل أكثر من { $most } رسالة في اليوم. عُد غداً.
    }
feedback-from = رسالة من القارئ رقم { $reader } ({ $kind })
feedback-kind-private = محادثة خاصة
feedback-kind-group = مجموعة
feedback-kind-channel = قناة
button-answer = رد
button-answer-drop = لا ترد الآن
answer-ask = اكتب ردك على القارئ رقم { $reader }، ويصله فوراً من موجز.
answer-head = رد من فريق موجز
answer-sent = وصل ردك إلى القارئ رقم { $reader }.
answer-lost = لم يصل الرد إلى القارئ رقم { $reader }: حظر البوت أو حذف بياناته.
answer-dropped = لم يُرسل أي رد.

## لوحة المشغّلين

command-admin = حال البوت الآن: القرّاء والأخبار والانتظار والأعطال
command-broadcast = رسالة إلى القرّاء كلهم أو بعضهم
command-feeds = مصادر الأخبار: إضافة وحذف وتجربة
command-pin = تثبيت خبر في أول الملخص: اكتب رقمه بعد الأمر
command-hide = إخفاء خبر: اكتب رقمه بعد الأمر
command-edit = كتابة ملخص خبر بيدك: اكتب رقمه بعد الأمر
button-refresh = تحديث
admin-title = حال البوت
admin-refreshed = حُدّثت الأرقام
# [no form] $count: it stands behind a colon, as in a table.
admin-active = القرّاء النشطون: { $count }
admin-kinds = محادثات خاصة: { $people }، مجموعات: { $groups }، قنوات: { $channels }
admin-others = في استراحة: { $resting }، غير مشتركين: { $inactive }
admin-articles = الأخبار: { $articles }، القصص: { $stories }
admin-sources = المصادر: { $all }، متعثرة: { $failing }، متوقفة: { $off }
# [no form] $count: it stands behind a colon, as in a table.
admin-due = ملخصات الساعة القادمة: { $count }
# [no form] $minutes: it stands behind a colon, as in a table.
admin-span = أطول انتظار متوقع خلال يوم، بالدقائق: { $minutes }
# [no form] $stars: it stands behind a colon, as in a table.
admin-stars = كلفة ملخصات اليوم القادم بالنجوم: { $stars }
admin-queue = في الانتظار الآن: { $digests }، ومن الرسائل العامة: { $broadcast }
admin-lag = أقدم تأخير بالثواني: { $seconds }
# [no form] $count: it stands behind a colon, as in a table.
admin-dead-count = ملخصات وتنبيهات تعذّر إرسالها: { $count }
admin-failing-title = مصادر متعثرة
admin-failing =
    { $failures ->
        [zero] { $name }: بلا محاولات فاشلة
        [one] { $name }: محاولة فاشلة
        [two] { $name }: محاولتان فاشلتان
        [few] { $name }: { $failures } محاولات فاشلة
        [many] { $name }: { $failures } محاولة فاشلة
       *[other] { $name }: { $failures } محاولة فاشلة
    }
admin-dead-title = آخر ما تعذّر إرساله
admin-dead = القارئ رقم { $reader }، { $ago }
admin-also = رسالة إلى القرّاء: { $broadcast }، المصادر: { $feeds }

## الرسائل العامة

broadcast-ask = اكتب نص الرسالة وأرسله الآن. يبقى ما فيه من خط عريض وروابط كما هو، ولا يُرسل شيء قبل أن تراه وتختار لمن يُرسل.
broadcast-text-only = لم أجد نصاً في رسالتك. اكتب نصاً من دون صور أو ملفات.
broadcast-too-long = النص أطول مما تسمح به رسالة واحدة. اختصره وأرسله من جديد.
broadcast-preview = هكذا ستصل الرسالة. لمن تُرسل؟
broadcast-choose-topic = اختر موضوعاً، وتُرسل الرسالة إلى من يتابعه، ومنهم من يتابع كل المواضيع.
broadcast-confirm =
    { $count ->
        [zero] لا أحد الآن في هذه الفئة: { $segment }. اختر غيرها.
        [one] تُرسل إلى قارئ واحد: { $segment }. لا يمكن سحبها بعد وصولها.
        [two] تُرسل إلى قارئين: { $segment }. لا يمكن سحبها بعد وصولها.
        [few] تُرسل إلى { $count } قرّاء: { $segment }. لا يمكن سحبها بعد وصولها.
        [many] تُرسل إلى { $count } قارئاً: { $segment }. لا يمكن سحبها بعد وصولها.
       *[other] تُرسل إلى { $count } قارئ: { $segment }. لا يمكن سحبها بعد وصولها.
    }
broadcast-stars =
    { $count ->
        [zero] الإرسال بلا كلفة.
        [one] كلفة الإرسال نجمة واحدة من رصيد البوت.
        [two] كلفة الإرسال نجمتان من رصيد البوت.
        [few] كلفة الإرسال { $count } نجوم من رصيد البوت.
        [many] كلفة الإرسال { $count } نجمة من رصيد البوت.
       *[other] كلفة الإرسال { $count } نجمة من رصيد البوت.
    }
broadcast-begun = بدأ الإرسال، وتظهر حاله في رسالة تالية. تسبقه الملخصات المجدولة دائماً.
broadcast-dropped = أُلغيت الرسالة، ولم تُرسل إلى أحد.
broadcast-draft = الرسالة لم تُرسل بعد
broadcast-running = يجري الإرسال
broadcast-paused = توقف الإرسال مؤقتاً
broadcast-cancelled = أُلغي الإرسال قبل تمامه
broadcast-done = تم الإرسال
# [no form] $sent: it stands alone, as on a counter. [no form] $total: the same.
broadcast-progress = أُرسل { $sent } من { $total }
broadcast-waiting =
    { $count ->
        [zero] لا ينتظر أحد انتهاء ساعات الهدوء
        [one] قارئ واحد في ساعات الهدوء، وتصله الرسالة بعد انتهائها
        [two] قارئان في ساعات الهدوء، وتصلهما الرسالة بعد انتهائها
        [few] { $count } قرّاء في ساعات الهدوء، وتصلهم الرسالة بعد انتهائها
        [many] { $count } قارئاً في ساعات الهدوء، وتصلهم الرسالة بعد انتهائها
       *[other] { $count } قارئ في ساعات الهدوء، وتصلهم الرسالة بعد انتهائها
    }
broadcast-gone =
    { $count ->
        [zero] لا أحد تعذّر الوصول إليه
        [one] تعذّر الوصول إلى قارئ واحد حظر البوت أو غادره
        [two] تعذّر الوصول إلى قارئين حظرا البوت أو غادراه
        [few] تعذّر الوصول إلى { $count } قرّاء حظروا البوت أو غادروه
        [many] تعذّر الوصول إلى { $count } قارئاً حظروا البوت أو غادروه
       *[other] تعذّر الوصول إلى { $count } قارئ حظروا البوت أو غادروه
    }
broadcast-failed =
    { $count ->
        [zero] لا محاولات فاشلة
        [one] لم تصل إلى قارئ واحد لعطل في الإرسال
        [two] لم تصل إلى قارئين لعطل في الإرسال
        [few] لم تصل إلى { $count } قرّاء لعطل في الإرسال
        [many] لم تصل إلى { $count } قارئاً لعطل في الإرسال
       *[other] لم تصل إلى { $count } قارئ لعطل في الإرسال
    }
button-broadcast-pause = إيقاف مؤقت
button-broadcast-resume = متابعة
button-broadcast-cancel = إلغاء الإرسال
button-broadcast-topics = متابعو موضوع…
button-broadcast-drop = إلغاء الرسالة
button-broadcast-go = أرسل الآن
segment-all = كل القرّاء
segment-private = المحادثات الخاصة
segment-groups = المجموعات والقنوات
segment-locale = من لغته { $language }
segment-topic = متابعو { $topic }

## إدارة المصادر

feeds-title =
    { $count ->
        [zero] لا مصادر بعد
        [one] مصدر واحد
        [two] مصدران
        [few] { $count } مصادر
        [many] { $count } مصدراً
       *[other] { $count } مصدر
    }
feeds-none = أضف عنوان خلاصة (RSS أو Atom)، وتُقرأ خلال دقيقة.
feeds-health = تعمل: { $well }، متعثرة: { $failing }، متوقفة: { $off }
feed-button-well = { $name }
feed-button-new = { $name } – جديد
feed-button-failing = { $name } – متعثر
feed-button-off = { $name } – متوقف
feed-is-well = يعمل
feed-is-new = لم يُقرأ بعد
feed-is-failing = متعثر
feed-is-off = متوقف
feed-off-by-hand = أوقفه أحد المشغّلين.
feed-health = الحال: { $health }
feed-last = آخر قراءة: { $ago }
feed-brought = جاء منه: { $count ->
        [zero] لا أخبار بعد
        [one] خبر واحد
        [two] خبران
        [few] { $count } أخبار
        [many] { $count } خبراً
       *[other] { $count } خبر
    }
feed-moved = انتقل إلى: { $address }
feed-error =
    { $failures ->
        [zero] آخر عطل { $ago }:
        [one] محاولة فاشلة، وآخر عطل { $ago }:
        [two] محاولتان فاشلتان، وآخر عطل { $ago }:
        [few] { $failures } محاولات فاشلة متتالية، وآخر عطل { $ago }:
        [many] { $failures } محاولة فاشلة متتالية، وآخر عطل { $ago }:
       *[other] { $failures } محاولة فاشلة متتالية، وآخر عطل { $ago }:
    }
feed-ask = أرسل عنوان الخلاصة (RSS أو Atom أو JSON Feed). تُجرَّب أولاً، ثم تُضاف باسمها.
feed-added = أُضيف المصدر، ويُقرأ خلال دقيقة.
feed-known = هذا المصدر موجود من قبل.
feed-not-added =
    لم يُضف العنوان { $address }
    السبب: <code>{ $reason }</code>
    الحل: <code>{ $mend }</code>
    أرسل عنواناً آخر، أو ارجع إلى القائمة.
feed-trial =
    { $count ->
        [zero] قُرئ المصدر، ولا أخبار فيه الآن.
        [one] قُرئ المصدر، وفيه خبر واحد:
        [two] قُرئ المصدر، وفيه خبران:
        [few] قُرئ المصدر، وفيه { $count } أخبار، أولها:
        [many] قُرئ المصدر، وفيه { $count } خبراً، أولها:
       *[other] قُرئ المصدر، وفيه { $count } خبر، أولها:
    }
feed-trial-failed =
    لم يُقرأ المصدر.
    السبب: <code>{ $reason }</code>
    الحل: <code>{ $mend }</code>
feed-remove-sure = هل تحذف هذا المصدر؟ تبقى أخباره حتى تنتهي مدتها.
feed-removed = حُذف المصدر
feed-in-config = هذا المصدر من ملف الإعداد sources.yaml، ولا يُحذف من هنا. يمكنك إيقافه.
button-feed-add = إضافة مصدر
button-feed-test = تجربة
button-feed-again = تجربة أخرى
button-feed-on = تشغيل
button-feed-off = إيقاف
button-feed-remove = حذف
button-feed-remove-yes = نعم، احذفه

## تحرير الأخبار

edit-usage = اكتب رقم الخبر بعد الأمر، مثل { $example }
# [no form] $number: it names an article.
edit-missing = لا خبر بالرقم { $number }.
edit-now = الخبر { $article }
edit-done-pin = ثُبّت الخبر { $article }: يأتي أولاً في ملخص كل من لم يصله بعد.
edit-done-unpin = أُلغي تثبيت الخبر { $article }.
edit-done-hide = أُخفي الخبر { $article } من الملخصات والقوائم، ويبقى مقروءاً برقمه.
edit-done-unhide = عاد الخبر { $article } إلى الملخصات والقوائم.
edit-done-words = حُفظ ملخصك للخبر { $article }، ويبقى مهما تغيّر مصدره.
edit-done-plain = حُذف الملخص المكتوب للخبر { $article }، وعادت جُمَله المختارة.
edit-ask = أرسل الملخص الذي تريده لهذا الخبر.
edit-ask-again = هذا هو الملخص المكتوب الآن. أرسل غيره، أو أرسل «-» لحذفه.
edit-too-long =
    { $most ->
        [zero] أرسل ملخصاً أقصر.
        [one] أرسل ملخصاً من حرف واحد على الأكثر.
        [two] أرسل ملخصاً من حرفين على الأكثر.
        [few] أرسل ملخصاً لا يزيد على { $most } أحرف.
        [many] أرسل ملخصاً لا يزيد على { $most } حرفاً.
       *[other] أرسل ملخصاً لا يزيد على { $most } حرف.
    }
button-edit-pin = تثبيت
button-edit-unpin = إلغاء التثبيت
button-edit-hide = إخفاء
button-edit-unhide = إظهار
button-edit-words = كتابة ملخص
button-edit-plain = حذف الملخص المكتوب

## مراجعة الملخص قبل إرساله

command-review = مراجعة ملخص قناة أو مجموعة قبل إرساله
review-list =
    { $count ->
        [zero] لا ملخصات تحت المراجعة.
        [one] ملخص واحد تحت المراجعة:
        [two] ملخصان تحت المراجعة:
        [few] { $count } ملخصات تحت المراجعة:
        [many] { $count } ملخصاً تحت المراجعة:
       *[other] { $count } ملخص تحت المراجعة:
    }
review-of = ملخص { $title }
review-reader = القارئ رقم { $reader }
review-usage =
    المراجعة: { $minutes ->
        [zero] يراه المشغّلون عند موعده.
        [one] يراه المشغّلون قبل موعده بدقيقة.
        [two] يراه المشغّلون قبل موعده بدقيقتين.
        [few] يراه المشغّلون قبل موعده بـ{ $minutes } دقائق.
        [many] يراه المشغّلون قبل موعده بـ{ $minutes } دقيقة.
       *[other] يراه المشغّلون قبل موعده بـ{ $minutes } دقيقة.
    }
    لتبدأ المراجعة: <code>{ $on }</code>
    لتنهيها: <code>{ $off }</code>
    وبدل الاسم يصح رقم القارئ أو رقم المحادثة.
review-on =
    { $minutes ->
        [zero] يُعرض ملخص { $title } على المشغّلين عند موعده.
        [one] يُعرض ملخص { $title } على المشغّلين قبل دقيقة من موعده.
        [two] يُعرض ملخص { $title } على المشغّلين قبل دقيقتين من موعده.
        [few] يُعرض ملخص { $title } على المشغّلين قبل { $minutes } دقائق من موعده.
        [many] يُعرض ملخص { $title } على المشغّلين قبل { $minutes } دقيقة من موعده.
       *[other] يُعرض ملخص { $title } على المشغّلين قبل { $minutes } دقيقة من موعده.
    }
review-off = يذهب ملخص { $title } في موعده من دون مراجعة.
review-nobody = لا قارئ باسم { $name } أو رقمه. هل اشترك من قبل؟
review-title = مراجعة ملخص { $title }
review-line = خبر { $place }: { $headline }
review-waiting = يُرسل ما بقي منه الساعة { $time }، ما لم تحجبه.
review-approved = تمت الموافقة، ويُرسل خلال دقيقة.
review-held = حُجب هذا الملخص، ولن يُرسل. قد تعود أخباره في الملخص القادم.
review-over = اتُّخذ القرار من قبل، أو حان الموعد.
button-review-drop = احذف { $place }
button-review-keep = أعد { $place }
button-review-go = أرسله الآن
button-review-hold = احجبه

## صفحات الأخبار

page-brand = موجز
page-skip = إلى الخبر مباشرة
page-up = إلى أعلى الصفحة
page-about = الجمل المختارة منقولة من نص الخبر كما كتبها صاحبها، واختيارها آلي.
# على الورق وحده، ويليه العنوان.
page-address = عنوان هذه الصفحة:
page-font = خط الصفحة Noto Naskh Arabic، ورخصته
page-missing-hint = ربما حُذف، أو كان في الرقم خطأ.
page-hidden = لم يعد هذا الخبر يظهر في الملخصات والقوائم، ويبقى نصه هنا لمن معه رابطه.
page-reading =
    { $count ->
        [zero] أقل من دقيقة للقراءة
        [one] دقيقة واحدة للقراءة
        [two] دقيقتان للقراءة
        [few] { $count } دقائق للقراءة
        [many] { $count } دقيقة للقراءة
       *[other] { $count } دقيقة للقراءة
    }
page-lengths = طول الملخص
page-editor = ملخص المحرر
page-chosen = جمل مختارة من النص
page-compare = قارن بين المصادر
button-compare = قارن المصادر
story-tellings =
    { $count ->
        [zero] لا يرويها مصدر
        [one] يروي هذا الخبر مصدر واحد
        [two] يروي هذا الخبر مصدران
        [few] يروي هذا الخبر { $count } مصادر
        [many] يروي هذا الخبر { $count } مصدراً
       *[other] يروي هذا الخبر { $count } مصدر
    }
story-method = هذه مقارنة آلية تنظر في الكلمات والأرقام وحدها، ولا تحكم بأن أحد المصادر أصح من غيره. وقد يعني كل مصدر شيئاً آخر، أو يكتب في وقت آخر.
story-alone = لا يروي هذا الخبر حتى الآن إلا مصدر واحد، فلا مقارنة بعد.
story-differences = أرقام تختلف بين المصادر
story-no-differences = لم تجد المقارنة رقمين مختلفين لشيء واحد.
story-side-by-side = المصادر جنباً إلى جنب
story-telling = كما رواه مصدره
story-own-figures = أرقام لم ترد في غيره
story-own-names = أسماء لم ترد في غيره
story-own-sentences = جمل لا يشبهها شيء في غيره
story-own-more =
    { $count ->
        [zero] ولا شيء سواها
        [one] وجملة أخرى في النص الكامل
        [two] وجملتان أخريان في النص الكامل
        [few] و{ $count } جمل أخرى في النص الكامل
        [many] و{ $count } جملة أخرى في النص الكامل
       *[other] و{ $count } جملة أخرى في النص الكامل
    }
story-own-none = لم تجد المقارنة فيه ما ينفرد به.

## بطاقة الموجز (صورة)

card-name = موجز
card-others =
    { $count ->
        [zero] لا أخبار أخرى
        [one] وخبر آخر
        [two] وخبران آخران
        [few] و{ $count } أخبار أخرى
        [many] و{ $count } خبراً آخر
       *[other] و{ $count } خبر آخر
    }
card-next = التفاصيل في الرسالة التالية.

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

## Dashboard

dash-name = لوحة موجز
dash-skip = انتقل إلى المحتوى
dash-menu = صفحات اللوحة
dash-page-figures = الأرقام
dash-page-sources = المصادر والأعطال
dash-page-desk = التحرير
dash-live-on = تتجدد تلقائياً
dash-live-off = انقطع التجديد
dash-logout = اخرج
dash-login = الدخول إلى اللوحة
dash-login-token = رمز الدخول
dash-login-hint = هو ما ضُبط في { $name } على الخادم.
dash-login-button = ادخل
dash-login-wrong = الرمز غير صحيح.
dash-login-wait = محاولات كثيرة خاطئة. أعد المحاولة بعد دقيقة.
dash-here = لا تُفتح اللوحة إلا من الجهاز نفسه. لفتحها من غيره اضبط { $name } على الخادم ثم أعد تشغيله.
dash-away = المخزن لا يجيب الآن. أعد المحاولة بعد قليل.
dash-foreign = رُفض الطلب لأنه لم يأتِ من هذه اللوحة.
dash-moment = لحظة…
dash-unknown = لا وجود لهذا الإجراء.
dash-unreadable = تعذّرت قراءة هذا القسم الآن.
dash-action-failed = لم يتم ذلك لعطل سُجّل في سجل الخادم.
dash-chart-table = الأرقام في جدول
dash-seconds = { $n ->
    [zero] أقل من ثانية
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $n } ثوانٍ
    [many] { $n } ثانية
   *[other] { $n } ثانية
}
dash-minutes = { $n ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $n } دقائق
    [many] { $n } دقيقة
   *[other] { $n } دقيقة
}
dash-hours = { $n ->
    [zero] أقل من ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $n } ساعات
    [many] { $n } ساعة
   *[other] { $n } ساعة
}
dash-days = { $n ->
    [zero] أقل من يوم
    [one] يوم واحد
    [two] يومين
    [few] { $n } أيام
    [many] { $n } يوماً
   *[other] { $n } يوم
}

dash-deliveries = الإرسال
dash-sent-today = أُرسل اليوم
dash-due-day = المستحق خلال يوم
dash-nobody-due = لا ملخص مستحقاً خلال يوم، ولم يُرسل شيء اليوم.
dash-hours-chart = ملخصات اليوم والساعات المقبلة، لكل ساعة وبحسب المدينة
dash-hour = الساعة
dash-tomorrow = غداً { $time }
dash-sent = أُرسل
dash-other-zones = مناطق أخرى
dash-drawn = { $drawn ->
    [zero] التوزيع تقديري: لم يُقرأ أي قارئ. أما مجموع كل ساعة فدقيق.
    [one] التوزيع تقديري، من عيّنة فيها قارئ واحد. أما مجموع كل ساعة فدقيق.
    [two] التوزيع تقديري، من عيّنة فيها قارئان. أما مجموع كل ساعة فدقيق.
    [few] التوزيع تقديري، من عيّنة فيها { $drawn } قرّاء. أما مجموع كل ساعة فدقيق.
    [many] التوزيع تقديري، من عيّنة فيها { $drawn } قارئاً. أما مجموع كل ساعة فدقيق.
   *[other] التوزيع تقديري، من عيّنة فيها { $drawn } قارئ. أما مجموع كل ساعة فدقيق.
}
dash-no-limit = لا حدّ لمعدّل الإرسال، فلا أحد ينتظر.
dash-no-wait = لا موعد يستغرق أكثر من دقيقة بمعدّل { $rate } رسالة في الثانية.
dash-spans = المواعيد المزدحمة
dash-span = أطولها يستغرق نحو { $span } بمعدّل { $rate } رسالة في الثانية.
dash-slot = الموعد
dash-readers = القرّاء
dash-span-now = المدة
dash-span-paid = بالإرسال المدفوع
dash-cost = ثمنه
dash-stars = { $n ->
    [zero] مجاناً
    [one] نجمة واحدة
    [two] نجمتان
    [few] { $n } نجوم
    [many] { $n } نجمة
   *[other] { $n } نجمة
}
dash-paid-on = الإرسال المدفوع مفعّل، بمعدّل { $rate } رسالة في الثانية. النجوم نجوم تلغرام.
dash-paid-off = الإرسال المدفوع غير مفعّل، ومعدّله { $rate } رسالة في الثانية. النجوم نجوم تلغرام.

dash-state = الحالة الآن
dash-lag = تأخر أقدم مستحق
dash-due = مستحقون لم يُؤخذوا
dash-pending = قيد الإرسال
dash-waiting = مهام في الطابور
dash-oldest = أقدم منتظر
dash-updates = تحديثات مفتوحة
dash-dead = رسائل تعذّر إرسالها
dash-tick = آخر فحص للمواعيد
dash-never = لم يبدأ بعد
dash-ago = قبل { $span }
dash-memory = ذاكرة Redis
dash-telegram = تلغرام
dash-answers = يجيب
dash-silent = لا يجيب
dash-not-asked = لم يُسأل بعد
dash-token-refused = الرمز مرفوض
dash-megabytes = { $used }{ "\u00A0" }م.ب
dash-megabytes-of = { $used } من { $max }{ "\u00A0" }م.ب
dash-milliseconds = { $n }{ "\u00A0" }م.ث
dash-queues = الطوابير
dash-queue = الطابور
dash-queue-of-digests = الملخصات
dash-queue-of-alerts = التنبيهات
dash-queue-wait = منتظرة
dash-queue-active = جارية
dash-queue-delayed = مؤجلة
dash-queue-prioritized = بأولوية
dash-processes = العمليات العاملة
dash-process = العملية
dash-process-memory = الذاكرة
dash-process-lag = تأخر الحلقة
dash-missing-web = لا عملية web تعمل.
dash-missing-clock = لا عملية clock تعمل: لا أحد ينظر في المواعيد.
dash-missing-worker = لا عملية worker تعمل: لا شيء يُرسل.

dash-outcomes = كيف انتهت المواعيد
dash-outcome = النهاية
dash-today = اليوم
dash-ever = منذ البداية
dash-day = اليوم
dash-outcomes-chart = المواعيد التي انتهت كل يوم
dash-unsent = نهايات أخرى
dash-no-days = لا أيام مسجّلة بعد: يبدأ التسجيل مع أول فحص للمواعيد.
dash-outcome-sent = أُرسل
dash-outcome-empty = لا جديد
dash-outcome-merged = ضُمّ إلى غيره
dash-outcome-paused = أوقفه القارئ
dash-outcome-late = فات أوانه
dash-outcome-gone = حظر البوت أو رحل
dash-outcome-dead = تعذّر إرساله
dash-outcome-dead-dropped = أُسقط من سجل المتعذّر
dash-outcome-held = حجبه المشغّلون
dash-outcome-restored = ربما أُرسل قبل استعادة المخزن
dash-outcome-markup-refused = أُرسل دون تنسيق

dash-growth = المشتركون
dash-scheduled = لهم موعد مقبل
dash-known = قرّاء معروفون
dash-joined-today = جدد اليوم
dash-left-today = غادروا اليوم
dash-joined = جدد
dash-left = ألغوا الاشتراك
dash-gone = حظروا البوت أو رحلوا
dash-scheduled-chart = القرّاء الذين لهم موعد مقبل، كل يوم
dash-growth-chart = من جاء ومن غادر كل يوم
dash-refs = من أين جاؤوا
dash-ref = الرابط
dash-leaving = لماذا غادروا
dash-reason = السبب
dash-times = العدد
dash-none-yet = لا شيء بعد.

dash-topics = المواضيع
dash-topic = الموضوع
dash-read = ما قُرئ وحُفظ في أسبوعين
dash-read-chart = ما فتحه القرّاء وما حفظوه في أسبوعين، بحسب الموضوع
dash-opened = فُتح
dash-saved = حُفظ
dash-chosen = ما اختاره القرّاء من مواضيع
dash-chosen-all = { $n ->
    [zero] لا قارئ يتابع كل المواضيع.
    [one] قارئ واحد يتابع كل المواضيع.
    [two] قارئان يتابعان كل المواضيع.
    [few] { $n } قرّاء يتابعون كل المواضيع.
    [many] { $n } قارئاً يتابعون كل المواضيع.
   *[other] { $n } قارئ يتابعون كل المواضيع.
}

## Dashboard: desk

desk-when = { $day }، { $time }
desk-show = اعرض
desk-search = ابحث
desk-mend = العلاج:

desk-articles-title = الأخبار
desk-articles-search = كلمات أو رقم خبر
desk-articles-show = المعروض
desk-articles-show-all = الكل
desk-articles-show-pinned = المثبّت
desk-articles-show-hidden = المخفي
desk-articles-none = لا أخبار هنا.
desk-articles-not-found = لم يُعثر على شيء. المخفي يُعثر عليه برقمه وحده.
desk-articles-partial = ما زال فهرس البحث يُبنى، فقد تنقص النتائج.
desk-articles-newest = الأحدث
desk-articles-older = الأقدم
desk-articles-back = عودة إلى القائمة
desk-mark-pinned = مثبّت
desk-mark-hidden = مخفي
desk-mark-archive = من الأرشيف
desk-mark-edited = ملخصه بيد محرر
desk-edited-here = آخر تحرير من هذه اللوحة
desk-edited-by = آخر تحرير من البوت، بيد المشغّل { $operator }
desk-article-read = اقرأ الخبر كاملاً
desk-article-changed = تغيّر نص الخبر أثناء اختيارك. راجع الجمل ثم أعد الاختيار.
desk-article-file-missing = ملف الخبر { $article } غائب عن مجلد المحتوى، فيبقى مخفياً حتى يعود.
desk-summary-chosen = الملخص كما اختير من جمله
desk-summary-written = الملخص كما كتبه محرر
desk-sentences-choose = اختيار الجمل
desk-sentences-legend = علّم الجمل التي يتكون منها الملخص
desk-sentences-save = احفظ الجمل المختارة
desk-sentences-none = لم تختر أي جملة، فبقي الملخص كما كان.
# [no form] $most: it is always a thousand.
desk-words-label = نص الملخص، حتى { $most } حرف
desk-words-save = احفظ النص
desk-hide-sure = هل تخفي هذا الخبر من الملخصات والقوائم؟ يبقى مقروءاً برقمه، ويمكنك إظهاره متى شئت.
desk-hide-yes = نعم، أخفِه
desk-hide-no = لا، اتركه

desk-preview-title = الملخص القادم، ولماذا
desk-preview-whose = ملخص من؟
desk-preview-hint = حدّد شريحة من القرّاء أو اكتب رقم قارئ، لترى ملخصه القادم وسبب كل خبر فيه أو خارجه.
desk-preview-locale = اللغة
desk-preview-zone = المنطقة الزمنية
desk-preview-length = طول الملخص
desk-preview-items = عدد الأخبار
desk-preview-since = آخر ملخص قبل
desk-preview-first = لم يصله ملخص بعد
desk-preview-follow = كلمات يتابعها
desk-preview-block = كلمات يحجبها
desk-preview-topics = المواضيع، ومن دون اختيار كلها
desk-preview-words-hint = افصل بين الكلمات بفواصل.
desk-preview-show = اعرض الملخص
desk-preview-reader = أو رقم قارئ
desk-preview-wrong-zone = لا منطقة زمنية باسم { $zone }، فاستُعملت منطقة البوت.
desk-preview-nobody = لا قارئ بهذا الرقم.
desk-preview-due = موعده:
desk-preview-never = لا موعد قادماً لهذا القارئ.
desk-preview-inactive = هذا القارئ غير نشط الآن، فلن يصله ملخص.
desk-preview-private = كلمات القارئ ومواضيعه المكتومة له وحده، فلا تُعرض هنا.
desk-preview-digest = الملخص كما يظهر في تلغرام
desk-preview-empty = لا أخبار في المخزن بعد، فلا ملخص.
desk-preview-no-match = لا خبر جديداً يوافق هذه الإعدادات، فلا ملخص.
desk-preview-nothing-new = لا جديد منذ آخر ملخص، فلا ملخص.

desk-why-in = { $count ->
    [zero] في الملخص: لا خبر
    [one] في الملخص: خبر واحد
    [two] في الملخص: خبران
    [few] في الملخص: { $count } أخبار
    [many] في الملخص: { $count } خبراً
   *[other] في الملخص: { $count } خبر
}
desk-why-waiting = { $count ->
    [zero] في الانتظار: لا خبر
    [one] في الانتظار: خبر واحد
    [two] في الانتظار: خبران
    [few] في الانتظار: { $count } أخبار
    [many] في الانتظار: { $count } خبراً
   *[other] في الانتظار: { $count } خبر
}
desk-why-out = { $count ->
    [zero] خارج الملخص: لا خبر
    [one] خارج الملخص: خبر واحد
    [two] خارج الملخص: خبران
    [few] خارج الملخص: { $count } أخبار
    [many] خارج الملخص: { $count } خبراً
   *[other] خارج الملخص: { $count } خبر
}
desk-why-in-none = لا شيء.
desk-why-outlets = { $count ->
    [zero] بلا مصادر
    [one] مصدر واحد
    [two] مصدران
    [few] { $count } مصادر
    [many] { $count } مصدراً
   *[other] { $count } مصدر
}
desk-why-carried = بقي من الملخص السابق
desk-why-update = جديد في خبر متابَع
desk-why-followed = يذكر ما يُتابَع: { $words }
desk-why-followed-some = يذكر كلمة يتابعها القارئ
desk-fate-in = في الملخص، ترتيبه { $place }
desk-fate-carried = زاد على عدد الأخبار (ترتيبه { $place })، وينتظر الملخص التالي
desk-fate-over = زاد على عدد الأخبار وعلى ما ينتظر (ترتيبه { $place })
desk-fate-hidden = مخفي
desk-fate-muted = موضوعه مكتوم: { $topic }
desk-fate-muted-some = من موضوع كتمه القارئ
desk-fate-not-chosen = ليس من المواضيع المختارة
desk-fate-blocked = فيه كلمة محجوبة: { $words }
desk-fate-blocked-some = فيه كلمة حجبها القارئ
desk-fate-told = مرّ على ملخص سابق
desk-fate-archive = من الأرشيف: كان قديماً عند أول قراءة لمصدره
desk-fate-old = أقدم مما يعود إليه هذا الملخص
desk-fate-stale = طال انتظاره فسقط
desk-fate-later = وصل بعد أن بدأ إعداد الملخص
desk-fate-restored = أُرسل قبل استعادة المخزن من نسخة أقدم
desk-fate-alerted = وصل القارئ بتنبيه
desk-fate-member = يروي الحدث نفسه الذي في { $article }، وذاك يمثله في الملخص
desk-fate-beyond = وراء أحدث ما يُختار منه الملخص
desk-out-over = زاد على عدد الأخبار
desk-out-hidden = مخفي
desk-out-muted = موضوع مكتوم
desk-out-not-chosen = ليس من المواضيع المختارة
desk-out-blocked = كلمة محجوبة
desk-out-told = مرّ على ملخص سابق
desk-out-archive = من الأرشيف
desk-out-old = أقدم مما يعود إليه الملخص
desk-out-stale = طال انتظاره
desk-out-later = وصل بعد إعداد الملخص
desk-out-restored = أُرسل قبل استعادة المخزن
desk-out-alerted = وصل بتنبيه
desk-out-member = خبر يمثله غيره
desk-out-beyond = وراء أحدث ما يُختار منه
desk-worth = الوزن:
desk-part-pinned = التثبيت
desk-part-update = المتابعة
desk-part-followed = الكلمات
desk-part-outlets = المصادر
desk-part-recency = الحداثة
desk-part-repeats = تكرار الموضوع

desk-sources-title = المصادر
desk-sources-none = لا مصادر بعد. تُضاف بالأمر mujaz sources add أو من البوت.
desk-feed-last = آخر قراءة
desk-feed-next = القراءة التالية
desk-feed-next-soon = خلال دقيقة
desk-feed-daily = أخبار في اليوم
desk-feed-brought = كل ما جاء منه
desk-feed-moved = انتقل إلى:
desk-feed-off-by-itself = أوقفه النظام لكثرة الفشل.
desk-feed-failed = { $count ->
    [zero] آخر عطل:
    [one] فشلت آخر قراءة:
    [two] فشلت آخر قراءتين:
    [few] فشلت آخر { $count } قراءات:
    [many] فشلت آخر { $count } قراءة:
   *[other] فشلت آخر { $count } قراءة:
}
desk-feed-details = كلام السجل والعلاج
desk-feed-do-on = شغّل
desk-feed-do-off = أوقف
desk-feed-do-read = اقرأ الآن
desk-feed-turned-on = شُغّل المصدر { $name }، ويُقرأ خلال دقيقة.
desk-feed-turned-off = أُوقف المصدر { $name }.
desk-feed-read-soon = يُقرأ المصدر { $name } خلال دقيقة.
desk-feed-is-off = المصدر { $name } متوقف. شغّله أولاً.
desk-feed-missing = هذا المصدر لم يعد موجوداً.
desk-trouble-host = لا خادم بهذا الاسم.
desk-trouble-certificate = شهادة الموقع لا يوثق بها.
desk-trouble-gone = لا شيء في هذا العنوان.
desk-trouble-forbidden = الموقع لا يسمح لنا بالقراءة.
desk-trouble-server = خادمهم متعطل.
desk-trouble-refused = لا أحد يجيب في هذا العنوان.
desk-trouble-silent = لم يجب الخادم في وقته.
desk-trouble-cut = انقطع الاتصال.
desk-trouble-large = جوابه أكبر من المسموح.
desk-trouble-redirects = يحيل من عنوان إلى عنوان بلا نهاية.
desk-trouble-ours = وصلت الخلاصة ولم يستطع موجز حفظها.
desk-trouble-no-feed = ما وصل ليس خلاصة تُقرأ.
desk-trouble-other = لم تتم القراءة.

desk-content-title = مجلد المحتوى
desk-content-unread = لم تقرأه عملية الساعة بعد.
desk-content-read = آخر قراءة:
desk-content-counts = جديد: { $added }، محدَّث: { $updated }، بلا تغيير: { $unchanged }، مكرر: { $duplicate }
desk-content-well = قُبلت كل الملفات.
desk-content-rejected = { $count ->
    [zero] لم يُرفض ملف
    [one] ملف مرفوض
    [two] ملفان مرفوضان
    [few] { $count } ملفات مرفوضة
    [many] { $count } ملفاً مرفوضاً
   *[other] { $count } ملف مرفوض
}
desk-content-notes = { $count ->
    [zero] لا ملاحظات على ما قُبل
    [one] ملاحظة على ما قُبل
    [two] ملاحظتان على ما قُبل
    [few] { $count } ملاحظات على ما قُبل
    [many] { $count } ملاحظة على ما قُبل
   *[other] { $count } ملاحظة على ما قُبل
}
desk-content-line = السطر { $line }
desk-content-more = { $count ->
    [zero] لا غيرها.
    [one] وواحدة غيرها.
    [two] واثنتان غيرها.
    [few] و{ $count } غيرها.
    [many] و{ $count } غيرها.
   *[other] و{ $count } غيرها.
}

# What is wrong with a file of the content folder, and its mend; the exact words stand below, in English.
desk-file-ending = لا يُعرف نوع الملف من اسمه. سمِّه باسم ينتهي بواحد مما يلي.
desk-file-binary = ليس الملف نصاً. أبقِ في هذا المجلد النصوص وحدها.
desk-file-large = الملف أكبر من المسموح. اجعل كل خبر في ملف.
desk-file-forbidden = لا يحق لموجز أن يقرأ الملف. امنح العملية حق القراءة.
desk-file-unreadable = تعذّرت قراءة الملف. راجع موضعه والقرص الذي هو عليه.
desk-file-no-title = الخبر بلا عنوان. اكتب العنوان في أوله.
desk-file-no-text = الخبر بلا نص. اكتب النص تحت العنوان.
desk-file-empty = الملف فارغ. اكتب فيه خبراً، أو احذفه.
desk-file-json = صيغة JSON في الملف غير سليمة. راجع الفواصل وعلامات الاقتباس والأقواس في هذا السطر.
desk-file-front = رأس الملف غير سليم. اكتب كل حقل في سطر، وضع النص الذي فيه نقطتان بين علامتي اقتباس.
desk-file-unknown-field = في الملف حقل لا يعرفه موجز. صحّح اسمه، أو احذفه.
desk-file-date = لا يُقرأ تاريخ الخبر. اكتبه بالتقويم الميلادي كما في المثال.
desk-file-body = ليس في الملف خبر واحد بنص واحد. اكتب خبراً واحداً في كل ملف، ونصه مرة واحدة.
desk-file-field = في أحد الحقول قيمة لا تصلح له. صحّحها.
desk-file-future = تاريخ الخبر في المستقبل، فأُخذ يوم وصوله. صحّح التاريخ، أو انتظر حتى يحلّ.
desk-file-long-title = العنوان أطول من المسموح، فأُخذ أوله. اكتب عنواناً قصيراً.
desk-file-other = في الملف ما ينبغي النظر فيه.

desk-dead-title = ما تعذّر إرساله
desk-dead-none = لا شيء تعذّر إرساله.
desk-dead-digest = ملخص القارئ { $reader }
desk-dead-alert = تنبيه القارئ { $reader } بالخبر { $article }
desk-dead-slot = موعده
desk-dead-ended = وانتهى
desk-dead-why = السبب:
desk-dead-resend = أعد الإرسال
desk-dead-resend-of = أعد الإرسال إلى القارئ { $reader }
desk-dead-resend-all = { $count ->
    [zero] أعد إرسالها كلها
    [one] أعد إرسالها
    [two] أعد إرسال الاثنتين
    [few] أعد إرسال الـ{ $count } كلها
    [many] أعد إرسال الـ{ $count } كلها
   *[other] أعد إرسال الـ{ $count } كلها
}
desk-dead-more = { $count ->
    [zero] لا غيرها.
    [one] ورسالة غيرها.
    [two] ورسالتان غيرها.
    [few] و{ $count } رسائل غيرها.
    [many] و{ $count } رسالة غيرها.
   *[other] و{ $count } رسالة غيرها.
}
desk-dead-due = حان دور القارئ من جديد، ويُرسل إليه خلال دقيقة.
desk-dead-queued = عاد التنبيه إلى الإرسال، ما لم يكن ملخص قد سبقه بالخبر.
desk-dead-unknown = لم تعد هذه الرسالة في القائمة.
desk-dead-inactive = لم يعد هذا القارئ نشطاً، فلا أحد يُرسل إليه.
desk-dead-all-done = { $count ->
    [zero] لم يُعد إرسال شيء، وبقي لغير النشطين: { $stay }
    [one] أُعيد إرسال رسالة، وبقي لغير النشطين: { $stay }
    [two] أُعيد إرسال رسالتين، وبقي لغير النشطين: { $stay }
    [few] أُعيد إرسال { $count } رسائل، وبقي لغير النشطين: { $stay }
    [many] أُعيد إرسال { $count } رسالة، وبقي لغير النشطين: { $stay }
   *[other] أُعيد إرسال { $count } رسالة، وبقي لغير النشطين: { $stay }
}
desk-dead-again = ما أُعيد إرساله
desk-dead-resent = أُعيد
desk-after-waits = ينتظر دوره
desk-after-sent = وصل
desk-after-again = تعذّر من جديد:
desk-after-gone = القارئ لم يعد نشطاً
desk-after-over = حان دوره ولم يكن فيه ما يُرسل
desk-why-too-long = الرسالة أطول مما يقبله تلغرام.
desk-why-entities = رفض تلغرام تنسيق الرسالة.
desk-why-empty = الرسالة فارغة.
desk-why-refused = رفضها تلغرام.
desk-why-exhausted = استُنفدت المحاولات.
desk-why-late = لم تُرسل في مهلتها.

desk-failures-title = سجل الأعطال
desk-failures-none = لا أعطال في السجل.
desk-failures-none-such = لا عطل من هذا النوع الآن.
desk-failures-event = الحدث
desk-failures-all = { $count ->
    [zero] الكل
    [one] الكل (سطر واحد)
    [two] الكل (سطران)
    [few] الكل ({ $count } أسطر)
    [many] الكل ({ $count } سطراً)
   *[other] الكل ({ $count } سطر)
}
desk-failures-when = الوقت
desk-failures-level = الدرجة
desk-failures-ids = المعرّفات
desk-failures-more = { $count ->
    [zero] لا غيرها.
    [one] وسطر أقدم.
    [two] وسطران أقدم.
    [few] و{ $count } أسطر أقدم.
    [many] و{ $count } سطراً أقدم.
   *[other] و{ $count } سطر أقدم.
}
desk-level-warn = تحذير
desk-level-error = خطأ
