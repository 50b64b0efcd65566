### ما يقوله البوت للقارئ بالعربية.
### الأوامر تأتي قيماً جاهزة، فلا تُكتب هنا مجزّأة.

## البداية والمساعدة

start =
    <b>مرحباً بك في موجز</b>
    أختار لك من كل خبر أهم جُمَله كما كتبها صاحبها، وأرسلها إليك في الوقت الذي تحدده.
    اشترك ليصلك الملخص كل يوم، أو اطلبه الآن.
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

follow-title =
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
block-title =
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
why-missing =
    لا خبر بالرقم { $number }.
    أحدث الأخبار: { $latest }
why-last = كان هذا الخبر في ملخصك الأخير.
why-met = مرّ هذا الخبر في وقت ملخصات سابقة: وصلك فيها، أو تقدم عليه غيره.
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
