// Where on the earth prayers are timed: the cities that a reader may choose, by zone, and how their country reckons.
import type { MethodName } from "./prayerMethods.ts";

export interface PrayerPlace {
  /** As `digest/places.ts` writes it in English. */
  readonly name: string;
  /** Degrees, north and east positive. */
  readonly latitude: number;
  readonly longitude: number;
  readonly method: MethodName;
}

/**
 * A zone a line: its method, then the city that stands for it, then others; "_" is a blank. Coordinates to 0.01°, about
 * a kilometre or 3 s of time, from GeoNames (geonames.org, CC BY 4.0).
 */
const table = `
Africa/Cairo Egyptian: Cairo 30.06 31.25; Alexandria 31.20 29.92; Giza 30.01 31.21; Port_Said 31.27 32.30; Suez 29.97 32.53; Ismailia 30.60 32.27; Mansoura 31.04 31.38; Tanta 30.79 31.00; Assiut 27.18 31.18; Aswan 24.09 32.90; Luxor 25.70 32.64; Hurghada 27.26 33.81; Sharm_el-Sheikh 27.92 34.33; Fayoum 29.31 30.84; Sohag 26.56 31.69; Minya 28.09 30.76; Zagazig 30.59 31.50; Damietta 31.42 31.81
Asia/Riyadh UmmAlQura: Riyadh 24.69 46.72; Jeddah 21.49 39.19; Mecca 21.43 39.83; Makkah 21.43 39.83; Medina 24.47 39.61; Dammam 26.43 50.10; Khobar 26.28 50.21; Taif 21.27 40.42; Tabuk 28.40 36.57; Abha 18.22 42.51; Buraidah 26.33 43.97; Hail 27.52 41.69; Jazan 16.89 42.55; Najran 17.49 44.13; Al-Ahsa 25.38 49.59; Jubail 27.01 49.66; Yanbu 24.09 38.06
Asia/Dubai Dubai: Dubai 25.26 55.30; Abu_Dhabi 24.45 54.40; Abudhabi 24.45 54.40; Sharjah 25.34 55.41; Al_Ain 24.21 55.76; Ras_Al_Khaimah 25.79 55.94; Fujairah 25.12 56.33; Umm_Al_Quwain 25.56 55.55
Asia/Kuwait Kuwait: Kuwait 29.37 47.98; Kuwait_City 29.37 47.98; Jahra 29.34 47.66; Hawalli 29.33 48.03
Asia/Qatar Qatar: Doha 25.29 51.53; Al_Rayyan 25.29 51.42
Asia/Bahrain Arabia: Manama 26.23 50.59; Muharraq 26.26 50.61
Asia/Muscat Oman: Muscat 23.58 58.41; Salalah 17.02 54.09; Sohar 24.35 56.71; Nizwa 22.93 57.53
Asia/Aden Arabia: Sanaa 15.35 44.21; Aden 12.78 45.04; Taiz 13.58 44.02; Hodeidah 14.80 42.95; Mukalla 14.54 49.12; Ibb 13.97 44.18; Marib 15.46 45.33
Asia/Baghdad MuslimWorldLeague: Baghdad 33.34 44.40; Basra 30.51 47.78; Mosul 36.34 43.12; Erbil 36.18 44.01; Sulaymaniyah 35.56 45.43; Kirkuk 35.47 44.39; Najaf 32.03 44.35; Karbala 32.62 44.02; Duhok 36.87 42.99; Nasiriyah 31.06 46.26; Hillah 32.46 44.42
Asia/Damascus Egyptian: Damascus 33.51 36.29; Aleppo 36.20 37.16; Homs 34.73 36.72; Hama 35.13 36.75; Latakia 35.53 35.79; Tartus 34.89 35.89; Idlib 35.93 36.63; Deir_ez-Zor 35.34 40.14; Raqqa 35.95 39.01; Daraa 32.62 36.10; Suwayda 32.71 36.57; Hasakah 36.50 40.75; Qamishli 37.05 41.23
Asia/Beirut Egyptian: Beirut 33.89 35.50; Tripoli_Lebanon 34.43 35.84; Sidon 33.56 35.37; Tyre 33.27 35.19; Zahle 33.85 35.90; Baalbek 34.01 36.22; Nabatieh 33.38 35.48
Asia/Amman Jordan: Amman 31.96 35.95; Irbid 32.56 35.85; Zarqa 32.07 36.09; Aqaba 29.53 35.01; Salt 32.04 35.73; Karak 31.18 35.70; Madaba 31.72 35.79
Asia/Jerusalem Jordan: Jerusalem 31.77 35.22; Haifa 32.82 34.99; Jaffa 32.05 34.75; Nazareth 32.70 35.30; Acre 32.93 35.08; Lod 31.95 34.89; Umm_al-Fahm 32.52 35.15
Asia/Gaza Jordan: Gaza 31.50 34.47; Khan_Yunis 31.34 34.31; Rafah 31.30 34.24; Deir_al-Balah 31.42 34.35; Jabalia 31.53 34.48
Asia/Hebron Jordan: Ramallah 31.90 35.20; Hebron 31.53 35.09; Nablus 32.22 35.25; Jenin 32.46 35.30; Bethlehem 31.70 35.20; Tulkarm 32.31 35.03; Jericho 31.87 35.45; Qalqilya 32.19 34.97
Africa/Khartoum Egyptian: Khartoum 15.50 32.56; Omdurman 15.64 32.48; Port_Sudan 19.62 37.22; Kassala 15.45 36.40; El_Obeid 13.18 30.22; Nyala 12.05 24.88; El_Fasher 13.63 25.35; Wad_Madani 14.40 33.52; Gedaref 14.03 35.38
Africa/Tripoli Libya: Tripoli 32.89 13.19; Benghazi 32.11 20.07; Misrata 32.38 15.09; Sabha 27.04 14.43; Bayda 32.76 21.76; Tobruk 32.09 23.95; Sirte 31.21 16.59; Derna 32.76 22.64; Zawiya 32.75 12.73
Africa/Tunis Tunisia: Tunis 36.82 10.17; Sfax 34.74 10.76; Sousse 35.83 10.64; Kairouan 35.68 10.10; Bizerte 37.27 9.87; Gabes 33.88 10.10; Monastir 35.78 10.83; Gafsa 34.42 8.78
Africa/Algiers Algeria: Algiers 36.73 3.09; Oran 35.70 -0.64; Constantine 36.37 6.61; Annaba 36.90 7.77; Batna 35.56 6.17; Setif 36.19 5.41; Tlemcen 34.88 -1.31; Bejaia 36.76 5.08; Blida 36.47 2.83; Tizi_Ouzou 36.71 4.05; Ouargla 31.95 5.33
Africa/Casablanca Morocco: Rabat 34.01 -6.83; Casablanca 33.59 -7.61; Marrakech 31.63 -8.00; Fez 34.03 -5.00; Tangier 35.77 -5.80; Agadir 30.42 -9.60; Meknes 33.89 -5.55; Oujda 34.69 -1.91; Tetouan 35.58 -5.37; Kenitra 34.26 -6.58; Nador 35.17 -2.93
Africa/El_Aaiun Morocco: Laayoune 27.14 -13.19; Dakhla 23.68 -15.96
Africa/Nouakchott MuslimWorldLeague: Nouakchott 18.09 -15.98; Nouadhibou 20.94 -17.04; Kiffa 16.62 -11.40
Africa/Mogadishu MuslimWorldLeague: Mogadishu 2.04 45.34; Hargeisa 9.56 44.06; Bosaso 11.28 49.18; Kismayo -0.36 42.55
Africa/Djibouti MuslimWorldLeague: Djibouti 11.59 43.15
Indian/Comoro MuslimWorldLeague: Moroni -11.70 43.26
Europe/Istanbul Turkey: Istanbul 41.01 28.95; Ankara 39.92 32.85; Izmir 38.41 27.14; Gaziantep 37.06 37.38; Bursa 40.20 29.06; Antalya 36.91 30.70
Asia/Tehran Tehran: Tehran 35.69 51.42; Isfahan 32.65 51.67; Mashhad 36.32 59.57; Ahvaz 31.32 48.68
Europe/London MoonsightingCommittee: London 51.51 -0.13; Manchester 53.48 -2.24; Birmingham 52.48 -1.90; Edinburgh 55.95 -3.20
Europe/Dublin MoonsightingCommittee: Dublin 53.33 -6.25
Europe/Paris MuslimWorldLeague: Paris 48.85 2.35; Marseille 43.30 5.38; Lyon 45.75 4.85; Toulouse 43.60 1.44
Europe/Berlin MuslimWorldLeague: Berlin 52.52 13.41; Hamburg 53.55 9.99; Munich 48.14 11.58; Frankfurt 50.11 8.68; Cologne 50.94 6.96
Europe/Vienna MuslimWorldLeague: Vienna 48.21 16.37
Europe/Zurich MuslimWorldLeague: Zurich 47.37 8.55; Geneva 46.20 6.15; Bern 46.95 7.45
Europe/Amsterdam MuslimWorldLeague: Amsterdam 52.37 4.89; The_Hague 52.08 4.30; Rotterdam 51.92 4.48
Europe/Brussels MuslimWorldLeague: Brussels 50.85 4.35
Europe/Madrid MuslimWorldLeague: Madrid 40.42 -3.70; Barcelona 41.39 2.16
Europe/Lisbon MuslimWorldLeague: Lisbon 38.72 -9.13
Europe/Rome MuslimWorldLeague: Rome 41.89 12.51; Milan 45.46 9.19
Europe/Athens MuslimWorldLeague: Athens 37.98 23.73
Asia/Nicosia MuslimWorldLeague: Nicosia 35.17 33.36
Europe/Malta MuslimWorldLeague: Valletta 35.90 14.51
Europe/Stockholm MoonsightingCommittee: Stockholm 59.33 18.07; Malmo 55.61 13.00; Gothenburg 57.71 11.97
Europe/Oslo MoonsightingCommittee: Oslo 59.91 10.75
Europe/Copenhagen MoonsightingCommittee: Copenhagen 55.68 12.57
Europe/Helsinki MoonsightingCommittee: Helsinki 60.17 24.94
Europe/Warsaw MuslimWorldLeague: Warsaw 52.23 21.01
Europe/Prague MuslimWorldLeague: Prague 50.09 14.42
Europe/Budapest MuslimWorldLeague: Budapest 47.50 19.04
Europe/Bucharest MuslimWorldLeague: Bucharest 44.43 26.11
Europe/Sofia MuslimWorldLeague: Sofia 42.70 23.32
Europe/Belgrade MuslimWorldLeague: Belgrade 44.80 20.47
Europe/Sarajevo MuslimWorldLeague: Sarajevo 43.85 18.36
Europe/Kyiv MuslimWorldLeague: Kyiv 50.45 30.52
Europe/Moscow MuslimWorldLeague: Moscow 55.75 37.62
America/New_York MoonsightingCommittee: New_York 40.71 -74.01; Washington 38.90 -77.04; Boston 42.36 -71.06; Miami 25.77 -80.19; Atlanta 33.75 -84.39; Philadelphia 39.95 -75.16
America/Detroit MoonsightingCommittee: Detroit 42.33 -83.05; Dearborn 42.32 -83.18
America/Chicago MoonsightingCommittee: Chicago 41.85 -87.65; Houston 29.76 -95.36; Dallas 32.78 -96.81; Minneapolis 44.98 -93.26
America/Denver MoonsightingCommittee: Denver 39.74 -104.98
America/Los_Angeles MoonsightingCommittee: Los_Angeles 34.05 -118.24; San_Francisco 37.77 -122.42; San_Diego 32.72 -117.16; Seattle 47.61 -122.33
America/Toronto MoonsightingCommittee: Toronto 43.70 -79.42; Montreal 45.51 -73.59; Ottawa 45.41 -75.70
America/Vancouver MoonsightingCommittee: Vancouver 49.25 -123.12
America/Edmonton MoonsightingCommittee: Edmonton 53.55 -113.47; Calgary 51.05 -114.09
America/Mexico_City MuslimWorldLeague: Mexico_City 19.43 -99.13
America/Sao_Paulo MuslimWorldLeague: Sao_Paulo -23.55 -46.64; Brasilia -15.78 -47.93; Rio_de_Janeiro -22.91 -43.18
America/Argentina/Buenos_Aires MuslimWorldLeague: Buenos_Aires -34.61 -58.38
America/Santiago MuslimWorldLeague: Santiago -33.46 -70.65
America/Bogota MuslimWorldLeague: Bogota 4.61 -74.08
America/Caracas MuslimWorldLeague: Caracas 10.49 -66.88
Africa/Addis_Ababa MuslimWorldLeague: Addis_Ababa 9.02 38.75
Africa/Asmara MuslimWorldLeague: Asmara 15.34 38.93
Africa/Nairobi MuslimWorldLeague: Nairobi -1.28 36.82
Africa/Juba MuslimWorldLeague: Juba 4.85 31.58
Africa/Ndjamena MuslimWorldLeague: Ndjamena 12.11 15.04
Africa/Lagos MuslimWorldLeague: Lagos 6.45 3.39; Abuja 9.06 7.50
Africa/Dakar MuslimWorldLeague: Dakar 14.69 -17.44
Africa/Bamako MuslimWorldLeague: Bamako 12.65 -8.00
Africa/Johannesburg MuslimWorldLeague: Johannesburg -26.20 28.04; Cape_Town -33.93 18.42
Asia/Karachi Karachi: Karachi 24.86 67.01; Islamabad 33.72 73.04; Lahore 31.56 74.35
Asia/Kabul Karachi: Kabul 34.53 69.17
Asia/Kolkata Karachi: New_Delhi 28.64 77.22; Delhi 28.65 77.23; Mumbai 19.07 72.88
Asia/Dhaka Karachi: Dhaka 23.71 90.41
Asia/Colombo Karachi: Colombo 6.94 79.85
Asia/Baku MuslimWorldLeague: Baku 40.38 49.89
Asia/Tbilisi MuslimWorldLeague: Tbilisi 41.69 44.83
Asia/Yerevan MuslimWorldLeague: Yerevan 40.18 44.51
Asia/Tashkent MuslimWorldLeague: Tashkent 41.26 69.22
Asia/Almaty MuslimWorldLeague: Almaty 43.26 76.93
Asia/Jakarta Singapore: Jakarta -6.21 106.85
Asia/Kuala_Lumpur Singapore: Kuala_Lumpur 3.14 101.69
Asia/Singapore Singapore: Singapore 1.29 103.85
Asia/Bangkok MuslimWorldLeague: Bangkok 13.75 100.50
Asia/Manila MuslimWorldLeague: Manila 14.60 120.98
Asia/Hong_Kong MuslimWorldLeague: Hong_Kong 22.28 114.17
Asia/Shanghai MuslimWorldLeague: Shanghai 31.22 121.46; Beijing 39.91 116.40; Guangzhou 23.12 113.25
Asia/Tokyo MuslimWorldLeague: Tokyo 35.69 139.69; Osaka 34.69 135.50
Asia/Seoul MuslimWorldLeague: Seoul 37.57 126.98
Australia/Sydney MuslimWorldLeague: Sydney -33.87 151.21; Canberra -35.28 149.13
Australia/Melbourne MuslimWorldLeague: Melbourne -37.81 144.96
Australia/Perth MuslimWorldLeague: Perth -31.95 115.86
Pacific/Auckland MuslimWorldLeague: Auckland -36.85 174.76
`;

const byZone = readTable();

let byCurrentName: ReadonlyMap<string, readonly PrayerPlace[]> | undefined;

/**
 * The city of this name in a zone, or the one that stands for the zone where the name is empty or unknown there.
 * Undefined for a zone without a city here.
 */
export function prayerPlace(zone: string, city = ""): PrayerPlace | undefined {
  const found = placesIn(zone);
  return found.find(({ name }) => name === city) ?? found[0];
}

/** The cities of a zone, the one that stands for it first. */
export function placesIn(zone: string): readonly PrayerPlace[] {
  const found = byZone.get(zone);
  if (found !== undefined) return found;
  // A zone has older names too ("Asia/Calcutta"), and Intl may prefer one of them.
  byCurrentName ??= new Map([...byZone].map(([name, places]) => [currentName(name), places]));
  return byCurrentName.get(currentName(zone)) ?? [];
}

/** The name to keep of a city: empty for the one that stands for its zone, and for what is no city of it. */
export function cityToKeep(zone: string, name: string): string {
  const [main, ...others] = placesIn(zone);
  return name !== main?.name && others.some((place) => place.name === name) ? name : "";
}

/** The city of the zone that is nearest to a point, as `cityToKeep` gives it. */
export function nearestCity(zone: string, latitude: number, longitude: number): string {
  // Degrees of longitude shrink towards the poles; over one zone a plane is near enough to choose by.
  const width = Math.cos((latitude * Math.PI) / 180);
  const distance = (place: PrayerPlace): number =>
    Math.hypot(place.latitude - latitude, (place.longitude - longitude) * width);
  const [nearest] = placesIn(zone).toSorted((left, right) => distance(left) - distance(right));
  return cityToKeep(zone, nearest?.name ?? "");
}

function readTable(): ReadonlyMap<string, readonly PrayerPlace[]> {
  const lines = table.trim().split("\n");
  return new Map(
    lines.map((line) => {
      const [head = "", cities = ""] = line.split(": ");
      const [zone = "", method = ""] = head.split(" ");
      const places = cities.split("; ").map((city) => {
        const [name = "", latitude, longitude] = city.split(" ");
        return {
          name: name.replaceAll("_", " "),
          latitude: Number(latitude),
          longitude: Number(longitude),
          // A test holds every name of the table against the methods.
          method: method as MethodName,
        };
      });
      return [zone, places] as const;
    }),
  );
}

function currentName(zone: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return zone;
  }
}
