// Places a reader may name to find a zone: cities of the Arab world and of its diaspora, and countries by their own name.

export interface Named {
  readonly zone: string;
  readonly arabic: string;
  readonly english: string;
}

/** A zone a line: the city that names it first, then others that share its clock, at last the country. "_" is a blank. */
const table = `
Africa/Cairo: القاهرة Cairo; الإسكندرية Alexandria; الجيزة Giza; بورسعيد Port_Said; السويس Suez; الإسماعيلية Ismailia; المنصورة Mansoura; طنطا Tanta; أسيوط Assiut; أسوان Aswan; الأقصر Luxor; الغردقة Hurghada; شرم_الشيخ Sharm_el-Sheikh; الفيوم Fayoum; سوهاج Sohag; المنيا Minya; الزقازيق Zagazig; دمياط Damietta; مصر Egypt
Asia/Riyadh: الرياض Riyadh; جدة Jeddah; مكة Mecca; مكة_المكرمة Makkah; المدينة_المنورة Medina; الدمام Dammam; الخبر Khobar; الطائف Taif; تبوك Tabuk; أبها Abha; بريدة Buraidah; حائل Hail; جازان Jazan; نجران Najran; الأحساء Al-Ahsa; الجبيل Jubail; ينبع Yanbu; السعودية Saudi_Arabia
Asia/Dubai: دبي Dubai; أبوظبي Abu_Dhabi; أبو_ظبي Abudhabi; الشارقة Sharjah; العين Al_Ain; عجمان Ajman; رأس_الخيمة Ras_Al_Khaimah; الفجيرة Fujairah; أم_القيوين Umm_Al_Quwain; الإمارات UAE; الإمارات_العربية_المتحدة United_Arab_Emirates
Asia/Kuwait: الكويت Kuwait; مدينة_الكويت Kuwait_City; الجهراء Jahra; حولي Hawalli
Asia/Qatar: الدوحة Doha; الريان Al_Rayyan; قطر Qatar
Asia/Bahrain: المنامة Manama; المحرق Muharraq; البحرين Bahrain
Asia/Muscat: مسقط Muscat; صلالة Salalah; صحار Sohar; نزوى Nizwa; عمان Oman; سلطنة_عمان Sultanate_of_Oman
Asia/Aden: صنعاء Sanaa; عدن Aden; تعز Taiz; الحديدة Hodeidah; المكلا Mukalla; إب Ibb; مأرب Marib; اليمن Yemen
Asia/Baghdad: بغداد Baghdad; البصرة Basra; الموصل Mosul; أربيل Erbil; السليمانية Sulaymaniyah; كركوك Kirkuk; النجف Najaf; كربلاء Karbala; دهوك Duhok; الناصرية Nasiriyah; الحلة Hillah; العراق Iraq
Asia/Damascus: دمشق Damascus; حلب Aleppo; حمص Homs; حماة Hama; اللاذقية Latakia; طرطوس Tartus; إدلب Idlib; دير_الزور Deir_ez-Zor; الرقة Raqqa; درعا Daraa; السويداء Suwayda; الحسكة Hasakah; القامشلي Qamishli; سوريا Syria
Asia/Beirut: بيروت Beirut; طرابلس_الشام Tripoli_Lebanon; صيدا Sidon; صور Tyre; زحلة Zahle; بعلبك Baalbek; النبطية Nabatieh; لبنان Lebanon
Asia/Amman: عمّان Amman; إربد Irbid; الزرقاء Zarqa; العقبة Aqaba; السلط Salt; الكرك Karak; مأدبا Madaba; الأردن Jordan
Asia/Jerusalem: القدس Jerusalem; حيفا Haifa; يافا Jaffa; الناصرة Nazareth; عكا Acre; اللد Lod; أم_الفحم Umm_al-Fahm
Asia/Gaza: غزة Gaza; خان_يونس Khan_Yunis; رفح Rafah; دير_البلح Deir_al-Balah; جباليا Jabalia
Asia/Hebron: رام_الله Ramallah; الخليل Hebron; نابلس Nablus; جنين Jenin; بيت_لحم Bethlehem; طولكرم Tulkarm; أريحا Jericho; قلقيلية Qalqilya; فلسطين Palestine
Africa/Khartoum: الخرطوم Khartoum; أم_درمان Omdurman; بورتسودان Port_Sudan; كسلا Kassala; الأبيض El_Obeid; نيالا Nyala; الفاشر El_Fasher; ود_مدني Wad_Madani; القضارف Gedaref; السودان Sudan
Africa/Tripoli: طرابلس Tripoli; بنغازي Benghazi; مصراتة Misrata; سبها Sabha; البيضاء_الليبية Bayda; طبرق Tobruk; سرت Sirte; درنة Derna; الزاوية Zawiya; ليبيا Libya
Africa/Tunis: تونس Tunis; صفاقس Sfax; سوسة Sousse; القيروان Kairouan; بنزرت Bizerte; قابس Gabes; المنستير Monastir; قفصة Gafsa; الجمهورية_التونسية Tunisia
Africa/Algiers: الجزائر Algiers; وهران Oran; قسنطينة Constantine; عنابة Annaba; باتنة Batna; سطيف Setif; تلمسان Tlemcen; بجاية Bejaia; البليدة Blida; تيزي_وزو Tizi_Ouzou; ورقلة Ouargla; الجزائر_العاصمة Algeria
Africa/Casablanca: الرباط Rabat; الدار_البيضاء Casablanca; مراكش Marrakech; فاس Fez; طنجة Tangier; أكادير Agadir; مكناس Meknes; وجدة Oujda; تطوان Tetouan; القنيطرة Kenitra; الناظور Nador; المغرب Morocco
Africa/El_Aaiun: العيون Laayoune; الداخلة Dakhla
Africa/Nouakchott: نواكشوط Nouakchott; نواذيبو Nouadhibou; كيفه Kiffa; موريتانيا Mauritania
Africa/Mogadishu: مقديشو Mogadishu; هرجيسا Hargeisa; بوصاصو Bosaso; كسمايو Kismayo; الصومال Somalia
Africa/Djibouti: جيبوتي Djibouti
Indian/Comoro: موروني Moroni; جزر_القمر Comoros
Europe/Istanbul: إسطنبول Istanbul; أنقرة Ankara; إزمير Izmir; غازي_عنتاب Gaziantep; بورصة Bursa; أنطاليا Antalya; تركيا Turkey
Asia/Tehran: طهران Tehran; أصفهان Isfahan; مشهد Mashhad; الأهواز Ahvaz; إيران Iran
Europe/London: لندن London; مانشستر Manchester; برمنغهام Birmingham; إدنبرة Edinburgh; بريطانيا United_Kingdom
Europe/Dublin: دبلن Dublin; أيرلندا Ireland
Europe/Paris: باريس Paris; مرسيليا Marseille; ليون Lyon; تولوز Toulouse; فرنسا France
Europe/Berlin: برلين Berlin; هامبورغ Hamburg; ميونخ Munich; فرانكفورت Frankfurt; كولونيا Cologne; ألمانيا Germany
Europe/Vienna: فيينا Vienna; النمسا Austria
Europe/Zurich: زيورخ Zurich; جنيف Geneva; برن Bern; سويسرا Switzerland
Europe/Amsterdam: أمستردام Amsterdam; لاهاي The_Hague; روتردام Rotterdam; هولندا Netherlands
Europe/Brussels: بروكسل Brussels; بلجيكا Belgium
Europe/Madrid: مدريد Madrid; برشلونة Barcelona; إسبانيا Spain
Europe/Lisbon: لشبونة Lisbon; البرتغال Portugal
Europe/Rome: روما Rome; ميلانو Milan; إيطاليا Italy
Europe/Athens: أثينا Athens; اليونان Greece
Asia/Nicosia: نيقوسيا Nicosia; قبرص Cyprus
Europe/Malta: فاليتا Valletta; مالطا Malta
Europe/Stockholm: ستوكهولم Stockholm; مالمو Malmo; غوتنبرغ Gothenburg; السويد Sweden
Europe/Oslo: أوسلو Oslo; النرويج Norway
Europe/Copenhagen: كوبنهاغن Copenhagen; الدنمارك Denmark
Europe/Helsinki: هلسنكي Helsinki; فنلندا Finland
Europe/Warsaw: وارسو Warsaw; بولندا Poland
Europe/Prague: براغ Prague; التشيك Czechia
Europe/Budapest: بودابست Budapest; المجر Hungary
Europe/Bucharest: بوخارست Bucharest; رومانيا Romania
Europe/Sofia: صوفيا Sofia; بلغاريا Bulgaria
Europe/Belgrade: بلغراد Belgrade; صربيا Serbia
Europe/Sarajevo: سراييفو Sarajevo; البوسنة Bosnia
Europe/Kyiv: كييف Kyiv; أوكرانيا Ukraine
Europe/Moscow: موسكو Moscow; روسيا Russia
America/New_York: نيويورك New_York; واشنطن Washington; بوسطن Boston; ميامي Miami; أتلانتا Atlanta; فيلادلفيا Philadelphia
America/Detroit: ديترويت Detroit; ديربورن Dearborn
America/Chicago: شيكاغو Chicago; هيوستن Houston; دالاس Dallas; مينيابوليس Minneapolis
America/Denver: دنفر Denver
America/Los_Angeles: لوس_أنجلوس Los_Angeles; سان_فرانسيسكو San_Francisco; سان_دييغو San_Diego; سياتل Seattle
America/Toronto: تورونتو Toronto; مونتريال Montreal; أوتاوا Ottawa
America/Vancouver: فانكوفر Vancouver
America/Edmonton: إدمونتون Edmonton; كالغاري Calgary
America/Mexico_City: مكسيكو Mexico_City
America/Sao_Paulo: ساو_باولو Sao_Paulo; برازيليا Brasilia; ريو_دي_جانيرو Rio_de_Janeiro; البرازيل Brazil
America/Argentina/Buenos_Aires: بوينس_آيرس Buenos_Aires; الأرجنتين Argentina
America/Santiago: سانتياغو Santiago; تشيلي Chile
America/Bogota: بوغوتا Bogota
America/Caracas: كاراكاس Caracas
Africa/Addis_Ababa: أديس_أبابا Addis_Ababa; إثيوبيا Ethiopia
Africa/Asmara: أسمرة Asmara; إريتريا Eritrea
Africa/Nairobi: نيروبي Nairobi; كينيا Kenya
Africa/Juba: جوبا Juba; جنوب_السودان South_Sudan
Africa/Ndjamena: نجامينا Ndjamena; تشاد Chad
Africa/Lagos: لاغوس Lagos; أبوجا Abuja; نيجيريا Nigeria
Africa/Dakar: داكار Dakar; السنغال Senegal
Africa/Bamako: باماكو Bamako; مالي Mali
Africa/Johannesburg: جوهانسبرغ Johannesburg; كيب_تاون Cape_Town
Asia/Karachi: كراتشي Karachi; إسلام_آباد Islamabad; لاهور Lahore; باكستان Pakistan
Asia/Kabul: كابول Kabul; أفغانستان Afghanistan
Asia/Kolkata: نيودلهي New_Delhi; دلهي Delhi; مومباي Mumbai; الهند India
Asia/Dhaka: دكا Dhaka; بنغلاديش Bangladesh
Asia/Colombo: كولومبو Colombo
Asia/Baku: باكو Baku; أذربيجان Azerbaijan
Asia/Tbilisi: تبليسي Tbilisi; جورجيا Georgia
Asia/Yerevan: يريفان Yerevan; أرمينيا Armenia
Asia/Tashkent: طشقند Tashkent; أوزبكستان Uzbekistan
Asia/Almaty: ألماتي Almaty; كازاخستان Kazakhstan
Asia/Jakarta: جاكرتا Jakarta; إندونيسيا Indonesia
Asia/Kuala_Lumpur: كوالالمبور Kuala_Lumpur; ماليزيا Malaysia
Asia/Singapore: سنغافورة Singapore
Asia/Bangkok: بانكوك Bangkok; تايلاند Thailand
Asia/Manila: مانيلا Manila; الفلبين Philippines
Asia/Hong_Kong: هونغ_كونغ Hong_Kong
Asia/Shanghai: شنغهاي Shanghai; بكين Beijing; غوانزو Guangzhou; الصين China
Asia/Tokyo: طوكيو Tokyo; أوساكا Osaka; اليابان Japan
Asia/Seoul: سيول Seoul; كوريا_الجنوبية South_Korea
Australia/Sydney: سيدني Sydney; كانبرا Canberra
Australia/Melbourne: ملبورن Melbourne
Australia/Perth: بيرث Perth
Pacific/Auckland: أوكلاند Auckland; نيوزيلندا New_Zealand
`;

export const places: readonly Named[] = table
  .trim()
  .split("\n")
  .flatMap((line) => {
    const [zone = "", names = ""] = line.split(": ");
    return names.split("; ").map((pair) => {
      const [arabic = "", english = ""] = pair.split(" ").map((name) => name.replaceAll("_", " "));
      return { zone, arabic, english };
    });
  });
