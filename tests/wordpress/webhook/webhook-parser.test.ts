/** Tests what the parser reads from KeyCRM's messages in every known form, and from any other body. */
import { z } from 'zod';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';
import { parseBodies } from '../support/webhook-bodies/php';

let shop: Shop;
beforeAll( async () => {
	shop = await openShop();
} );
afterAll( () => shop.stop() );

const messageSchema = z.object( {
	kind: z.string(),
	offers: z.array( z.object( { offer_id: z.int(), sku: z.string() } ) ),
	order_id: z.int(),
} );

/** Sends the body in base64, so that bytes that are not UTF-8 arrive unchanged. */
const parse = ( body: string | Buffer ) =>
	shop.php( `
		try {
			return get_object_vars( KeyCrmStock\\KeyCrm\\Webhook\\WebhookParser::parse( base64_decode( '${ Buffer.from(
				body
			).toString( 'base64' ) }' ) ) );
		} catch ( RuntimeException $refused ) {
			return substr( strrchr( get_class( $refused ), '\\\\' ), 1 );
		}
	` );

const stock = ( ...offers: ( number | string )[] ) => ( {
	kind: 'stock',
	offers: offers.map( ( offer ) =>
		typeof offer === 'number'
			? { offer_id: offer, sku: '' }
			: { offer_id: 0, sku: offer }
	),
	order_id: 0,
} );
const NOTHING = { kind: 'nothing', offers: [], order_id: 0 };

const STOCK: readonly ( readonly [ string, string, unknown ] )[] = [
	[
		'KeyCRM’s own shape',
		'[{"offer_id":4484,"sku":"ABC006BKXS","in_stock":184,"in_reserve":2},{"offer_id":4640,"sku":"0001","in_stock":-49833,"in_reserve":1736}]',
		stock( 4484, 4640 ),
	],
	[ 'a single item', '{"offer_id":7,"in_stock":1}', stock( 7 ) ],
	[
		'an object of items',
		'{"0":{"offer_id":7},"5":{"offer_id":8}}',
		stock( 7, 8 ),
	],
	[ 'a byte order mark', '\uFEFF[{"offer_id":7}]', stock( 7 ) ],
	[ 'white space around', '\r\n [{"offer_id":7}]\n', stock( 7 ) ],
	[ 'ids as texts', '[{"offer_id":"7"},{"offer_id":" 8 "}]', stock( 7, 8 ) ],
	[
		'ids with a fraction of 0',
		'[{"offer_id":7.0},{"offer_id":8e0}]',
		stock( 7, 8 ),
	],
	[
		'no SKU, an SKU of null',
		'[{"offer_id":7,"sku":null},{"offer_id":8}]',
		stock( 7, 8 ),
	],
	[
		'no id',
		'[{"sku":" 0001 "},{"offer_id":null,"sku":"1"},{"offer_id":0,"sku":12}]',
		stock( '0001', '1', '12' ),
	],
	[
		'ids that are none',
		'[{"offer_id":-7},{"offer_id":7.5},{"offer_id":"7a"},{"offer_id":true},{"offer_id":[7]},{"offer_id":99999999999999999999},{"offer_id":1e300}]',
		NOTHING,
	],
	[
		'the same offer twice',
		'[{"offer_id":7},{"offer_id":"7","sku":"A"},{"sku":"A"},{"sku":"A"}]',
		stock( 7, 'A' ),
	],
	[
		'quantities of any kind',
		'[{"offer_id":1,"in_stock":null},{"offer_id":2,"in_stock":"7,5"},{"offer_id":3,"in_stock":1e999},{"offer_id":4,"in_stock":{}}]',
		stock( 1, 2, 3, 4 ),
	],
	[
		'items that are none beside good ones',
		'[null,7,"x",[],{},{"sku":""},{"sku":["A"]},{"offer_id":7}]',
		stock( 7 ),
	],
	[
		'letters beyond ASCII',
		'[{"sku":"A\\u00ff"},{"sku":"Чашка"}]',
		stock( 'Aÿ', 'Чашка' ),
	],
	[
		'an SKU that no table holds',
		`[{"sku":"${ 'ї'.repeat( 256 ) }"},{"sku":"${ 'ї'.repeat( 255 ) }"}]`,
		stock( 'ї'.repeat( 255 ) ),
	],
];

const context = ( id: unknown ) =>
	JSON.stringify( { id, source_uuid: '№20002', source_id: 4 } );

const OTHERS: readonly ( readonly [ string, string, unknown ] )[] = [
	[
		'an order’s status',
		`{"event":"order.change_order_status","context":${ context( 40002 ) }}`,
		{ kind: 'order', offers: [], order_id: 40002 },
	],
	[
		'an order’s payment',
		`{"event":"order.change_payment_status","context":${ context(
			'40002'
		) }}`,
		{ kind: 'order', offers: [], order_id: 40002 },
	],
	[
		'a lead',
		`{"event":"lead.change_lead_status","context":${ context( 5 ) }}`,
		NOTHING,
	],
	[
		'an order without an id',
		'{"event":"order.change_order_status","context":{}}',
		NOTHING,
	],
	[ 'an event alone', '{"event":"order.change_order_status"}', NOTHING ],
	[
		'the plugin’s own call',
		'{"event":"stock-sync-for-keycrm.test"}',
		{ kind: 'test', offers: [], order_id: 0 },
	],
	[ 'an empty list', '[]', NOTHING ],
	[ 'an empty object', '{}', NOTHING ],
	[ 'a number', '7', NOTHING ],
	[ 'null', 'null', NOTHING ],
	[ 'a name that PHP refuses', '{"\\u0000x":1}', NOTHING ],
	[ 'an empty body', '', 'WebhookNotJson' ],
	[ 'a form', 'a=1&b[]=2', 'WebhookNotJson' ],
	[ 'a cut message', '[{"offer_id":7', 'WebhookNotJson' ],
	[ 'HTML', '<html></html>', 'WebhookNotJson' ],
];

it.each( [ ...STOCK, ...OTHERS ] )( '%s', async ( _name, body, message ) => {
	const read = await parse( body );
	expect(
		typeof read === 'string' ? read : messageSchema.parse( read )
	).toEqual( message );
} );

it( 'bytes that are not UTF-8 spoil only their own SKU', async () => {
	const body = Buffer.concat( [
		Buffer.from( '[{"offer_id":7,"sku":"' ),
		Buffer.from( [ 0xff ] ),
		Buffer.from( '"}]' ),
	] );
	expect( messageSchema.parse( await parse( body ) ) ).toEqual( stock( 7 ) );
} );

it( 'reads as many items as KeyCRM may send, and no more', async () => {
	const read = ( count: number ) =>
		parse(
			JSON.stringify(
				Array.from( { length: count }, ( _, index ) => ( {
					offer_id: index + 1,
					sku: `SKU-${ index }`,
					in_stock: 12,
					in_reserve: 0,
				} ) )
			)
		);
	expect( messageSchema.parse( await read( 10_000 ) ).offers ).toHaveLength(
		10_000
	);
	expect( await read( 10_001 ) ).toBe( 'WebhookTooLarge' );
	expect( await parse( `[${ ' '.repeat( 1024 * 1024 ) }]` ) ).toBe(
		'WebhookTooLarge'
	);
} );

it( '10,000 random messages cause no other exception, no notice, and nothing that the table cannot hold', async () => {
	const { wrong, kinds } = z
		.object( {
			wrong: z.array( z.unknown() ),
			kinds: z.record( z.string(), z.int() ),
		} )
		.parse(
			await shop.php( parseBodies( { seed: 20_261_130, count: 10_000 } ) )
		);
	expect( wrong ).toEqual( [] );
	// The random messages reach every kind of answer.
	expect( Object.keys( kinds ) ).toEqual(
		expect.arrayContaining( [ 'stock', 'nothing', 'test' ] )
	);
} );
