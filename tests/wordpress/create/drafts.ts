/** An account with products that the shop lacks, and how their drafts look. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { CatalogueSeed } from '../../support/keycrm-server';
import { bulkFill } from '../../support/fill/bulk-fill';
import { phpFile } from '../../support/php-file';
import { openSession, sync } from '../support/session';
import type { Session } from '../support/session';

/** One dot. */
const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64'
);

export interface Pictures {
	readonly url: string;
	stop(): Promise< unknown >;
}

/** A web server with /dot.png, /page.png (which is no picture), and /huge.png; anything else is 404. */
export async function servePictures(): Promise< Pictures > {
	const server = createServer( ( { url }, response ) => {
		const bodies: Record< string, Buffer > = {
			'/dot.png': PNG,
			'/page.png': Buffer.from( '<html>Log in</html>' ),
			'/huge.png': Buffer.concat( [ PNG, Buffer.alloc( 9_000_000 ) ] ),
		};
		const body = bodies[ url ?? '' ];
		response.writeHead( body ? 200 : 404, { 'Content-Type': 'image/png' } );
		response.end( body ?? '' );
	} );
	await new Promise< void >( ( done ) =>
		server.listen( 0, '127.0.0.1', done )
	);
	const address: AddressInfo | string | null = server.address();
	const port = address && 'object' === typeof address ? address.port : 0;
	return {
		url: `http://127.0.0.1:${ port }`,
		stop: () => new Promise( ( done ) => server.close( done ) ),
	};
}

/** WordPress fetches nothing from this machine unless it is told to. */
export const LOCAL_PICTURES = `<?php
add_filter( 'http_request_host_is_external', '__return_true' );
add_filter( 'http_allowed_safe_ports', static fn ( $ports, $host, $url ) => array( ...$ports, (int) parse_url( $url, PHP_URL_PORT ) ), 10, 3 );
`;

const size = ( value: string ) => ( { name: 'Розмір', value } );

export const drafted = ( pictures: string ): CatalogueSeed => ( {
	categories: [
		{ id: 3, name: 'Дім' },
		{ id: 5, name: 'Світло', parent_id: 3 },
		{ id: 6, name: 'Одяг' },
	],
	offers: [
		{ sku: 'KNOWN', quantity: 7 },
		{
			name: 'Лампа',
			sku: 'LAMP',
			price: 450.5,
			barcode: '4820000000024',
			weight: 1.2,
			quantity: 12,
			reserve: 3,
			category_id: 5,
			pictures: [ `${ pictures }/dot.png` ],
		},
		{
			name: 'Свічка',
			sku: 'CANDLE',
			quantity: 4,
			category_id: 6,
			pictures: [ `${ pictures }/none.png` ],
		},
		...[ 'S', 'M', 'L' ].map( ( value, place ) => ( {
			product_id: 2000,
			name: 'Шкарпетки',
			sku: `SOCK-${ value }`,
			price: 60 + place,
			quantity: 10 + place,
			properties: [ { name: 'Колір', value: 'синій' }, size( value ) ],
		} ) ),
		...[ 'A', 'B' ].map( ( letter ) => ( {
			product_id: 2100,
			name: 'Набір',
			sku: `KIT-${ letter }`,
			quantity: 1,
		} ) ),
		{ sku: 'OLD', quantity: 1, is_archived: true },
		{ sku: null, quantity: 1 },
		{ sku: 'TWIN', quantity: 1 },
		{ sku: 'TWIN', quantity: 2 },
		{ sku: 'known-2', quantity: 2 },
		{
			product_id: 2200,
			name: 'Пальто',
			sku: 'COAT-S',
			quantity: 1,
			properties: [ size( 'S' ) ],
		},
		{
			product_id: 2200,
			sku: 'COAT-XL',
			quantity: 1,
			properties: [ size( 'XL' ) ],
		},
	],
} );

/** SKUs that become drafts. */
export const DRAFTS = [
	'LAMP',
	'CANDLE',
	'SOCK-S',
	'SOCK-M',
	'SOCK-L',
	'KIT-A',
	'KIT-B',
];

/** The shop has three of the account's products, a category “Світло” that keeps 2 pieces back, and has been synced. */
export async function openDraftSession(
	pictures: Pictures,
	mu: Record< string, string > = {}
): Promise< Session > {
	const session = await openSession( drafted( pictures.url ), {
		mu: { local_pictures: LOCAL_PICTURES, ...mu },
	} );
	const { shop } = session;
	await shop.php( `
		$light = wp_insert_term( 'Світло', 'product_cat' );
		update_term_meta( $light['term_id'], '_keycrm_stock_buffer', '2' );
		return update_option( 'woocommerce_weight_unit', 'g' );` );
	await bulkFill(
		shop,
		[ 'KNOWN', 'KNOWN-2', 'COAT-S' ].map( ( sku ) => ( {
			sku,
			name: `Product ${ sku }`,
			price: 10,
			stock: 1,
			type: 'simple',
			parent: -1,
		} ) )
	);
	await sync( shop );
	return session;
}

const draftSchema = z.object( {
	id: z.number(),
	sku: z.string(),
	type: z.string(),
	name: z.string(),
	status: z.string(),
	parent: z.number(),
	parent_name: z.string(),
	parent_status: z.string(),
	price: z.string(),
	barcode: z.string(),
	weight: z.string(),
	managed: z.boolean(),
	stock: z.number().nullable(),
	stock_status: z.string(),
	attributes: z.array( z.string() ),
	categories: z.array( z.string() ),
	picture: z.boolean(),
} );

export type Draft = z.infer< typeof draftSchema >;

/** What WooCommerce says of the products with these SKUs, in their order; a missing one is left out. */
export async function draftsOf(
	{ shop }: Session,
	skus: readonly string[] = DRAFTS
): Promise< Draft[] > {
	return z
		.array( draftSchema )
		.parse(
			await shop.php( phpFile( __dirname, 'drafts-read.php', { skus } ) )
		);
}

/** Products and variations of the shop, whatever their status. */
export async function countProducts( { shop }: Session ): Promise< number > {
	const rows = z
		.array( z.object( { n: z.string() } ) )
		.parse(
			await shop.sql(
				"SELECT COUNT(*) AS n FROM wp_posts WHERE post_type IN ( 'product', 'product_variation' )"
			)
		);
	return Number( rows[ 0 ]?.n );
}

/** What is left of a transaction that was rolled back: neither product nor meta, lookup row or attribute of one. */
export const leftovers = ( { shop }: Session ) =>
	shop.sql( `
		SELECT 'meta' AS what, m.post_id AS id FROM wp_postmeta m LEFT JOIN wp_posts p ON p.ID = m.post_id WHERE p.ID IS NULL
		UNION SELECT 'lookup', l.product_id FROM wp_wc_product_meta_lookup l LEFT JOIN wp_posts p ON p.ID = l.product_id WHERE p.ID IS NULL
		UNION SELECT 'variation', v.ID FROM wp_posts v LEFT JOIN wp_posts p ON p.ID = v.post_parent WHERE v.post_type = 'product_variation' AND p.ID IS NULL` );

/** The shop forgets the drafts, and that they ever were there. */
export async function forgetDrafts( { shop }: Session ): Promise< void > {
	await shop.php( `
		$made = get_posts( array( 'post_type' => array( 'product', 'attachment' ), 'post_status' => array( 'draft', 'inherit' ), 'numberposts' => -1, 'fields' => 'ids' ) );
		array_map( static fn ( int $id ) => 'attachment' === get_post_type( $id ) ? wp_delete_attachment( $id, true ) : wc_get_product( $id )->delete( true ), $made );
		return true;` );
	await shop.sql(
		'UPDATE wp_keycrm_stock_levels SET product_id = 0, twin_id = 0, written_to = 0 WHERE sku NOT IN ( "KNOWN", "COAT-S" )'
	);
	await shop.sql( 'DELETE FROM wp_keycrm_stock_dirty' );
}
