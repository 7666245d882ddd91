/** A group of similar products. Their stock comes from repeatable random numbers in `demo.ts`. */
export interface Goods {
	name: string;
	category: string;
	/** A variant's SKU adds a `-` and the codes of its values. */
	sku: string;
	/** Hryvnias. */
	price: number;
	/** Values by attribute, each with its code in the SKU. */
	axes?: Record< string, Record< string, string > >;
	/** Sold by weight or length, so in fractions. */
	unit?: string;
}

/** Name, SKU, price and other fields. */
type Row = readonly [ string, string, number, Pick< Goods, 'axes' | 'unit' >? ];

const COLOURS = { білий: 'W', чорний: 'B', гірчичний: 'G' };
const SOFT = { молочний: 'milk', пудровий: 'powder' };
const SIZES = { S: 'S', M: 'M', L: 'L' };
const LETTERS = { 'XS/S': 'XS/S', 'M/L': 'M/L' };
const SHOES = { 37: '37', 38: '38', 39: '39', 40: '40' };
const SOCKS = { '36–39': '36', '40–43': '40' };
const BEDS = { Полуторна: '15', Двоспальна: '20' };
const GRIND = { зерно: 'Z', мелена: 'M' };

const CLOTHES: readonly Row[] = [
	[
		'Шапка в’язана «Карпати»',
		'HAT-01',
		420,
		{ axes: { Колір: COLOURS, Розмір: SIZES } },
	],
	[ 'Шапка біні «Місто»', 'HAT-02', 350, { axes: { Колір: COLOURS } } ],
	[
		'Сукня лляна «Полтава»',
		'5555',
		2450,
		{ axes: { Колір: SOFT, Розмір: SIZES } },
	],
	[
		'Сукня-міді «Вечір»',
		'99662',
		2890,
		{ axes: { Колір: SOFT, Розмір: LETTERS } },
	],
	[
		'Футболка базова',
		'TEE-BASE',
		590,
		{ axes: { Колір: COLOURS, Розмір: SIZES } },
	],
	[ 'Футболка «Паляниця»', 'TEE-PAL', 690, { axes: { Розмір: SIZES } } ],
	[ 'Худі на флісі', 'ABC008BK', 1690, { axes: { Розмір: LETTERS } } ],
	[
		'Світшот «Дніпро»',
		'SW-07',
		1390,
		{ axes: { Колір: SOFT, Розмір: LETTERS } },
	],
	[ 'Вишиванка жіноча', 'ВИШ-11', 3200, { axes: { Розмір: SIZES } } ],
	[ 'Вишиванка чоловіча', 'ВИШ-12', 3400, { axes: { Розмір: SIZES } } ],
	[ 'Шкарпетки вовняні', 'SOCK-3', 180, { axes: { Розмір: SOCKS } } ],
	[ 'Капці повстяні', 'SLIP', 950, { axes: { Розмір: SHOES } } ],
	[ 'Черевики «Говерла»', 'BOOT-GV', 4900, { axes: { Розмір: SHOES } } ],
];

const HOME: readonly Row[] = [
	[ 'Рушник лляний', 'TOWEL', 480, { axes: { Колір: SOFT } } ],
	[ 'Фартух кухонний', 'APRON', 560, { axes: { Колір: COLOURS } } ],
	[ 'Постіль «Хмара»', 'BED-CLOUD', 3100, { axes: { Розмір: BEDS } } ],
	[ 'Тканина лляна', 'LINEN-M', 390, { unit: 'м' } ],
	[ 'Свічка «Кориця & мед»', 'CANDLE C&M', 260 ],
	[ 'Подушка декоративна', 'PIL-40x40', 430 ],
	[ 'Горнятко «Косів»', 'CUP-KOS', 380 ],
	[ 'Глечик керамічний', 'JUG-02', 870 ],
	[ 'Тарілка «Опішня»', 'PLATE-OP', 450 ],
	[ 'Дошка дубова', 'BOARD-OAK', 690 ],
	[ 'Свічка «Сосна»', 'CANDLE-P', 260 ],
	[ 'Дифузор «Бавовна»', 'DIFF-COT', 540 ],
	[ 'Плед вовняний', 'PLAID-W', 2200 ],
	[ 'Кошик лозовий', 'BASKET', 610 ],
];

const COFFEE: readonly Row[] = [
	[
		'Кава «Ефіопія Іргачеф» 250 г',
		'COF-ETH',
		320,
		{ axes: { Помел: GRIND } },
	],
	[ 'Кава «Колумбія» 250 г', 'COF-COL', 290, { axes: { Помел: GRIND } } ],
	[ 'Кава в зернах на вагу', 'COF-KG', 980, { unit: 'кг' } ],
	[ 'Кава без кофеїну на вагу', 'COF-KG-DECAF', 1120, { unit: 'кг' } ],
	[ 'Чай гірський на вагу', 'TEA-KG', 760, { unit: 'кг' } ],
	[ 'Мед липовий на вагу', 'HONEY-KG', 240, { unit: 'кг' } ],
	[ 'Чай «Карпатський збір» 100 г', '1618', 130 ],
	[ 'Турка мідна', '4820000000130', 1250 ],
	[ 'Млинок ручний', '4820000000147', 1890 ],
	[ 'Чай «Іван-чай» 100 г', '1619', 140 ],
	[ 'Какао 200 г', '4820000000123', 165 ],
];

const GIFTS: readonly Row[] = [
	[ 'Гра «Мандрівка Україною»', 'GAME-UA', 720 ],
	[ 'Торбинка екологічна', 'BAG-ECO', 220 ],
	[ 'Мило «Лаванда»', 'SOAP/LAV', 95 ],
	[ 'Мило «Кава»', 'SOAP/COF', 95 ],
	[ 'Набір мила 3 + 1', 'SOAP 3+1', 320 ],
	[ 'Блокнот А5', 'NOTE-A5', 150 ],
	[ 'Календар 2027', 'CAL-2027', 210 ],
	[ 'Пазл «Львів»', 'PUZ-LV', 390 ],
	[ 'Значок «Котик»', '0017', 60 ],
	[ 'Магніт «Карпати»', '0018', 70 ],
];

function family( category: string, rows: readonly Row[] ): Goods[] {
	return rows.map( ( [ name, sku, price, extra ] ) => ( {
		name,
		category,
		sku,
		price,
		...extra,
	} ) );
}

export const GOODS: readonly Goods[] = [
	...family( 'Одяг', CLOTHES ),
	...family( 'Дім', HOME ),
	...family( 'Кава і чай', COFFEE ),
	...family( 'Подарунки', GIFTS ),
];
