import type {
	Help,
	HelpSection,
	Sources,
	StockWay,
} from '../../../src-admin/contract';

export const someSection = (
	part: Partial< HelpSection > = {}
): HelpSection => ( {
	title: 'How it works',
	paragraphs: [],
	steps: [],
	terms: [],
	shows_cron_line: false,
	...part,
} );

/** A section of each kind that the server sends. */
export const someHelp = (): Help => ( {
	sections: [
		someSection( { steps: [ 'All stock is read.', 'It is compared.' ] } ),
		someSection( {
			title: 'What the outcomes mean',
			terms: [ { term: 'Changed', text: 'The number was put right.' } ],
		} ),
		someSection( {
			title: 'When the site is quiet',
			paragraphs: [ 'Add this line.' ],
			shows_cron_line: true,
		} ),
	],
} );

const KEYCRM = 'keycrm_to_shop';
const SHOP = 'shop_to_keycrm';

const someWay = ( part: Partial< StockWay > ): StockWay => ( {
	way: 'keycrm',
	label: 'KeyCRM',
	about: 'The shop gets KeyCRM’s quantities.',
	picture: 'https://shop.example/pictures/keycrm.svg',
	picture_text: 'KeyCRM keeps the stock.',
	directions: [ { value: KEYCRM, label: '', about: '' } ],
	steps: [ 'Paste the key.', 'Switch on.' ],
	settings: [ 'Schedule' ],
	...part,
} );

export const someSources = (): Sources => ( {
	title: 'Three ways to keep stock',
	settings_title: 'Settings that belong to it',
	ways: [
		someWay( {} ),
		someWay( {
			way: 'shop',
			label: 'This shop',
			about: 'KeyCRM gets the shop’s quantities.',
			picture_text: 'WooCommerce keeps the stock.',
			directions: [ { value: SHOP, label: '', about: '' } ],
		} ),
		someWay( {
			way: 'erp',
			label: 'An ERP',
			about: 'A third program writes into one of the two.',
			picture_text: 'The ERP keeps the stock.',
			directions: [
				{
					value: KEYCRM,
					label: 'It writes into KeyCRM',
					about: 'The shop gets KeyCRM’s quantities.',
				},
				{
					value: SHOP,
					label: 'It writes into WooCommerce',
					about: 'KeyCRM gets the shop’s quantities.',
				},
			],
		} ),
	],
	switches: [
		{
			direction: KEYCRM,
			button: 'Let KeyCRM keep the stock…',
			title: 'Let KeyCRM keep the stock?',
			sentences: [ 'Nothing is sent to KeyCRM any more.' ],
			confirm: 'Switch, and make a preview',
		},
		{
			direction: SHOP,
			button: 'Let this shop keep the stock…',
			title: 'Let this shop keep the stock?',
			sentences: [ 'Nothing is written into the shop any more.' ],
			confirm: 'Switch, and make a preview',
		},
	],
	reserve: 'The reserve of the warehouse is added.',
} );
