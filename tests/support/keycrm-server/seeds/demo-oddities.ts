import type { OfferSeed } from './seed-types';
import type { ShopProduct } from './shop-types';

/** Products that differ between KeyCRM and the shop, as in real shops. */
export interface Oddity {
	/** What the plugin should tell the shop owner about it. */
	why: string;
	offers: OfferSeed[];
	shop: ShopProduct[];
}

function simple(
	name: string,
	sku: string,
	stock: number | null
): ShopProduct {
	return {
		name,
		type: 'simple',
		sku,
		category: 'Подарунки',
		price: 120,
		manage_stock: null !== stock,
		stock,
		attributes: [],
		variations: [],
	};
}

function offer(
	name: string,
	sku: string | null,
	quantity: number
): OfferSeed {
	return { name, sku, price: 120, stock: [ { warehouse_id: 1, quantity } ] };
}

const RIBBONS = [
	{ value: 'червона', sku: 'RIB-R' },
	{ value: 'синя', sku: 'RIB-B' },
];

export const ODDITIES: readonly Oddity[] = [
	{
		why: 'only in the shop',
		offers: [],
		shop: [ simple( 'Листівка ручної роботи', 'CARD-HAND', 25 ) ],
	},
	{
		why: 'only in KeyCRM',
		offers: [ offer( 'Папір пакувальний', 'WRAP-01', 240 ) ],
		shop: [],
	},
	{
		why: 'without a SKU on both sides',
		offers: [ offer( 'Сертифікат подарунковий', null, 10 ) ],
		shop: [ simple( 'Сертифікат подарунковий', '', 3 ) ],
	},
	{
		why: 'the same SKU twice in KeyCRM',
		offers: [
			offer( 'Брелок «Тризуб»', 'KEY-100', 14 ),
			offer( 'Брелок «Тризуб» (старий)', 'KEY-100', 2 ),
		],
		shop: [ simple( 'Брелок «Тризуб»', 'KEY-100', 8 ) ],
	},
	{
		why: 'leading zeros: 0001 and 1 are two products',
		offers: [
			offer( 'Наліпка «Сонях»', '0001', 31 ),
			offer( 'Наліпка «Мак»', '1', 7 ),
		],
		shop: [
			simple( 'Наліпка «Сонях»', '0001', 5 ),
			simple( 'Наліпка «Мак»', '1', 50 ),
		],
	},
	{
		why: 'stock management is off in the shop',
		offers: [ offer( 'Майстер-клас з гончарства', 'CLASS-POT', 6 ) ],
		shop: [ simple( 'Майстер-клас з гончарства', 'CLASS-POT', null ) ],
	},
	{
		why: 'letters that only look alike: Latin in the shop, Cyrillic in KeyCRM',
		offers: [ offer( 'Чашка «Абетка»', 'CUP-АВС-01', 12 ) ],
		shop: [ simple( 'Чашка «Абетка»', 'CUP-ABC-01', 4 ) ],
	},
	{
		why: 'the parent keeps the stock of its variations',
		offers: RIBBONS.map( ( { value, sku } ) => ( {
			...offer( 'Стрічка атласна', sku, 18 ),
			product_id: 1900,
			properties: [ { name: 'Колір', value } ],
		} ) ),
		shop: [
			{
				...simple( 'Стрічка атласна', '', 30 ),
				type: 'variable',
				attributes: [
					{
						name: 'Колір',
						options: RIBBONS.map( ( { value } ) => value ),
					},
				],
				variations: RIBBONS.map( ( { value, sku } ) => ( {
					sku,
					price: 45,
					manage_stock: false,
					stock: null,
					attributes: [ { name: 'Колір', value } ],
				} ) ),
			},
		],
	},
	{
		why: 'more was sold than there was: KeyCRM is below zero',
		offers: [ offer( 'Гірлянда новорічна', 'GARLAND', -4 ) ],
		shop: [ simple( 'Гірлянда новорічна', 'GARLAND', 2 ) ],
	},
	{
		why: 'more is reserved than there is',
		offers: [
			{
				...offer( 'Іграшка «Їжачок»', 'TOY-HEDGE', 0 ),
				stock: [ { warehouse_id: 1, quantity: 3, reserve: 5 } ],
			},
		],
		shop: [ simple( 'Іграшка «Їжачок»', 'TOY-HEDGE', 9 ) ],
	},
	{
		why: 'a space around the SKU in KeyCRM',
		offers: [ offer( 'Скарбничка', ' BANK-01 ', 11 ) ],
		shop: [ simple( 'Скарбничка', 'BANK-01', 1 ) ],
	},
];
