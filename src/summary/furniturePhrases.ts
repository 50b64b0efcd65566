// What pages write around articles, as data; compared normalised, so that spelling and vowels do not matter.

/** Behind such a line stands a block of other articles. The whole line, a colon aside. */
export const endings: readonly string[] = `
  الأكثر قراءة|الأكثر مشاهدة|الأكثر شيوعا|الأكثر تعليقا|الأكثر تداولا|الأكثر رواجا|الأكثر بحثا|الأكثر قراءة اليوم|آخر الأخبار|أحدث الأخبار|أهم الأخبار
  أخبار ذات صلة|مواضيع ذات صلة|موضوعات ذات صلة|مقالات ذات صلة|مواد ذات صلة|أخبار متعلقة|مواضيع متعلقة|أخبار مرتبطة|مقالات مشابهة|مواضيع مشابهة
  اقرأ أيضا|اقرأ المزيد|اقرأ كذلك|اقرئي أيضا|طالع أيضا|شاهد أيضا|المزيد من الأخبار|قد يهمك|قد يهمك أيضا|قد يعجبك|قد يعجبك أيضا|مقترحات|اخترنا لك|اخترنا لكم
  عن الكاتب|عن الكاتبة|عن المؤلف|نبذة عن الكاتب|نبذة عن الكاتبة|خبر متعلق|أخبار متصلة|موضوعات|مواضيع|استطلاع الرأي|استطلاع|الوسوم|وسوم|أقسام الموقع|مواقيت الصلاة|أسعار العملات
  التعليقات|أضف تعليقا|أضف تعليقك|اترك تعليقا|اترك ردا|related|related articles|related stories|related news|most read|most viewed|most popular|trending
  read also|read more|see also|you may also like|you might also like|more stories|latest news|comments|leave a comment|leave a reply`.split(
  /[|\n]/,
);

/** A short line that begins so is no part of an article, whatever follows. */
export const beginnings: readonly string[] = `
  اقرأ أيضا|اقرأ المزيد|اقرأ كذلك|اقرئي أيضا|طالع أيضا|انظر أيضا|شاهد أيضا|شاهد الفيديو|شاهد بالفيديو|للمزيد من الأخبار|لمزيد من الأخبار|لمزيد من التفاصيل|لقراءة المزيد|قد يهمك
  تابعونا|تابعنا على|تابعنا عبر|تابعوا آخر|تابع آخر الأخبار|تابع أحدث|تابع قناتنا|تابع صفحتنا|تابعوا صفحتنا|تابعوا قناتنا|انضم إلى قناتنا|انضموا إلى قناتنا|انضم إلينا|انضموا إلينا
  جانب من|مشهد عام|مشهد من|منظر عام|لقطة من|صورة أرشيفية|صورة تعبيرية|صورة توضيحية|صورة من الأرشيف|ذات صلة|خبر متعلق|خبر ذو صلة|عن الكاتب|عن الكاتبة|عن المؤلف|نبذة عن الكاتب|نبذة عن الكاتبة
  اشترك الآن|اشتركوا الآن|اشترك في نشرتنا|اشترك في النشرة|اشتركوا في نشرتنا|اشتركوا في النشرة|اشترك في قناتنا|اشتركوا في قناتنا|اشترك في القائمة|اشترك في خدمة|سجل بريدك|أدخل بريدك
  حمل تطبيق|حملوا تطبيق|حمل تطبيقنا|حملوا تطبيقنا|نزل تطبيق|نزلوا تطبيق|شارك الخبر|شارك المقال|شارك هذا الخبر|شارك هذا المقال|شارك الموضوع|شارك عبر|شارك على|شارك مع أصدقائك|شاركونا رأيكم|شاركنا رأيك
  انقر هنا|اضغط هنا|أرسل إلى صديق|أرسل لصديق|نسخ الرابط|تم نسخ الرابط|استمع إلى المقال|استمع إلى الخبر|آخر تحديث|تاريخ النشر|تاريخ التحديث|مدة القراءة|وقت القراءة|زمن القراءة|عدد المشاهدات
  كلمات مفتاحية|الكلمات المفتاحية|كلمات دالة|الكلمات الدالة|جميع الحقوق محفوظة|كافة الحقوق محفوظة|كل الحقوق محفوظة|سياسة الخصوصية|شروط الاستخدام|اتفاقية الاستخدام|لا توجد أخبار
  لا توجد تعليقات|لا توجد نتائج|جاري التحميل|جار التحميل|يستخدم هذا الموقع ملفات|يستخدم الموقع ملفات|نستخدم ملفات|الآراء الواردة|المقالات المنشورة لا تعبر|هذا المقال يعبر
  share this|follow us|subscribe to our|subscribe now|sign up for|read more|read also|all rights reserved|no stories found|no comments|no results found|copy link|skip to content|skip to main
  privacy policy|terms of use|terms of service|we use cookies|this site uses cookies|this website uses cookies|back to top|last updated|click here|join our`.split(
  /[|\n]/,
);

/** A line that is nothing but one of these is no part of an article. */
export const wholes: readonly string[] = `
  شارك|شاركها|مشاركة|مشاركه عبر|إرسال|طباعة|اطبع|حفظ|تعليقات|التعليقات|استمع|الرئيسية|الصفحة الرئيسية|القائمة|القائمة الرئيسية|تسجيل الدخول|إنشاء حساب|حجم الخط|الوسوم|وسوم|علامات
  إعلان|إعلانات|مساحة إعلانية|محتوى إعلاني|محتوى ممول|برعاية|من نحن|اتصل بنا|تواصل معنا|أعلن معنا|خريطة الموقع|النشرة البريدية|تخطى إلى المحتوى|انتقل إلى المحتوى|المزيد|التالي|السابق|عاجل
  share|follow|subscribe|sign up|sign in|log in|login|advertisement|sponsored|copyright|logo|menu|home|search|print|email|tags|loading|about us|contact us|cookies|next|previous|more`.split(
  /[|\n]/,
);

/** A short line that begins so and goes on with a colon or a stroke is a credit. */
export const credits: readonly string[] =
  `كتب|كتبت|كتبه|كتبها|بقلم|إعداد|تحرير|ترجمة|تقرير|تصوير|عدسة|المصدر|المصادر|مصدر الصورة|الصورة|صورة|صورة أرشيفية|متابعات|by|photo|photos|image|source|credit`.split(
    "|",
  );

/** A line of nothing but such names is a share bar. */
export const networks: readonly string[] =
  `فيسبوك|فيس بوك|تويتر|إكس|واتساب|واتس آب|واتس اب|تيليغرام|تلغرام|تيليجرام|تليجرام|لينكد إن|لينكدإن|إنستغرام|انستغرام|انستقرام|يوتيوب|تيك توك|سناب شات|بينترست|البريد الإلكتروني|بريد إلكتروني|ماسنجر|مسنجر|جوجل نيوز|غوغل نيوز|facebook|twitter|x|whatsapp|telegram|linkedin|instagram|youtube|tiktok|snapchat|pinterest|reddit|email|e-mail|messenger|google news`.split(
    "|",
  );

/** Names of months, for lines that hold nothing but a date. */
export const months: readonly string[] =
  `يناير|فبراير|مارس|أبريل|إبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول|جانفي|فيفري|أفريل|جوان|جويلية|أوت|محرم|صفر|ربيع الأول|ربيع الآخر|ربيع الثاني|جمادى الأولى|جمادى الآخرة|رجب|شعبان|رمضان|شوال|ذو القعدة|ذو الحجة|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec`.split(
    "|",
  );

/** Further words of a date line. */
export const dateWords: readonly string[] =
  `السبت|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|صباحا|مساء|ظهرا|بتوقيت|غرينتش|جرينتش|القاهرة|الرياض|مكة|المكرمة|الساعة|منذ|قبل|دقيقة|دقيقتين|دقائق|ساعة|ساعتين|ساعات|يوم|يومين|أيام|ص|م|هـ|ه|و|am|pm|gmt|utc|ago|minute|minutes|hour|hours|day|days|saturday|sunday|monday|tuesday|wednesday|thursday|friday`.split(
    "|",
  );
