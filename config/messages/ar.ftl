### ما يقوله البوت للقارئ بالعربية.
### الأوامر تأتي قيماً جاهزة، فلا تُكتب هنا مجزّأة.

## البداية والمساعدة

start =
    <b>مرحباً بك في موجز</b>
    أختار لك من كل خبر أهم جُمَله كما كتبها صاحبها، وأرسلها إليك في الوقت الذي تحدده.
    اشترك ليصلك الملخص كل يوم، أو اطلبه الآن.
start-again =
    <b>أهلاً بعودتك إلى موجز</b>
    ‏{ $state }
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
command-privacy = ما يُحفظ عنك، وكم يبقى
command-mydata = بياناتك في ملف
command-forget = محو بياناتك كلها
command-settings = الوقت والمنطقة الزمنية والمواضيع والطول واللغة

button-subscribe = اشترك
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
button-minute-less = ‏− دقيقة
button-minute-more = ‏+ دقيقة
button-all-topics = كل المواضيع
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
zone-title = اختر أقرب مدينة إليك. الساعة الآن { $time } بتوقيت { $city }.
topics-title-choose = اختر المواضيع التي تريدها. من دون اختيار تصلك كلها.
length-title = اختر طول ما يصلك من كل خبر.
language-title = اختر لغة البوت.
saved = حُفظ التغيير
language-name = العربية

## الخصوصية

# [no form] $days: يأتي كلاماً جاهزاً
# [no form] $minutes: يأتي كلاماً جاهزاً
privacy =
    <b>ما الذي يحفظه موجز عنك؟</b>
    رقم هذه المحادثة في تلغرام، فبه أصل إليك.
    إعداداتك كما تراها في { $settings }، وما حفظته وتتابعه وتحجبه، وآخر خبر عُرض عليك حتى لا يتكرر. يبقى ذلك إلى أن تمحوه.
    آخر ما بحثت عنه، { $searches } على الأكثر. يُمحى من نفسه بعد { $days } من آخر بحث.
    ما بدأت كتابته ولم تكمله، كوقت جديد. يُمحى من نفسه بعد { $minutes }.
    سجل بما تعذّر إيصاله إليك، وفيه رقم المحادثة. يبقى إلى أن يعالجه المشغّل أو تمحوه أنت.

    <b>وما الذي لا يحفظه؟</b>
    لا اسمك ولا رقم هاتفك ولا نص رسائلك. وسبب إلغاء الاشتراك يُعدّ رقماً بلا أسماء.

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
free-text =
    لم أفهم هذه الكلمات. جرّب «ملخص» أو «أخبار الاقتصاد» أو «بحث الطاقة» أو «خبر 3».
    ملخصك: { $digest }
    أحدث الأخبار: { $latest }
    كل الأوامر: { $help }
admins-only = هذا للمشرفين في هذه المجموعة.
too-often = طلبات كثيرة في دقيقة واحدة. انتظر قليلاً ثم تابع.
back-soon = نعود بعد قليل. أعد المحاولة بعد دقيقة.
stale-button = لم يعد هذا الزر يعمل. اطلب ما تريده من جديد.
article-gone = لم يعد هذا الخبر متاحاً.
failed =
    عذراً، حدث خطأ ولم يكتمل طلبك. حاول بعد قليل.
    رقم الخطأ: { $id }

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
