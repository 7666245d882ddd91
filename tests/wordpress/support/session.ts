/** Opens a shop connected to a demo KeyCRM, and drives it as the admin screen does. */
import { currentRunSchema, runSchema } from '../../../src-admin/contract';
import type { Run, RunMode } from '../../../src-admin/contract';
import type { CatalogueSeed, KeyCrmServer } from '../../support/keycrm-server';
import { startKeyCrm } from '../../support/keycrm-server';
import { openShop } from '../../support/worlds/shop';
import type { Shop, ShopOptions } from '../../support/worlds/shop';

export const API = '/wp-json/keycrm-stock/v1';

export interface Session {
	readonly shop: Shop;
	readonly keycrm: KeyCrmServer;
	stop(): Promise< void >;
}

/** Uses no rate limit and the plugin's fastest pace, so that a test takes seconds. */
export async function openSession(
	catalogue: CatalogueSeed,
	options: ShopOptions = {}
): Promise< Session > {
	const keycrm = await startKeyCrm( {
		catalogue,
		behaviour: { limit_per_minute: null },
	} );
	const shop = await openShop( {
		...options,
		constants: {
			KEYCRM_STOCK_API_BASE_URL: keycrm.url,
			...options.constants,
		},
	} );
	await save( shop, { api_key: keycrm.key, requests_per_minute: 600 } );
	return {
		shop,
		keycrm,
		stop: async () => {
			const uncalled = await uncalledWrites( shop, keycrm );
			await keycrm.stop();
			await shop.stop();
			if ( uncalled > 0 ) {
				throw new Error(
					`The plugin has sent ${ uncalled } writes to KeyCRM, and no run was to write there.`
				);
			}
		},
	};
}

/** While KeyCRM leads, nothing of ours may write to it: every test that opens a session watches that. */
async function uncalledWrites(
	shop: Shop,
	{ log }: KeyCrmServer
): Promise< number > {
	if ( log.plugin_writes === 0 ) {
		return 0;
	}
	const runs = await shop.sql(
		"SELECT id FROM wp_keycrm_stock_runs WHERE side = 'keycrm' LIMIT 1"
	);
	return Array.isArray( runs ) && runs.length > 0 ? 0 : log.plugin_writes;
}

/** Sends a request as a shop manager, which must succeed. */
export async function call(
	shop: Shop,
	method: 'GET' | 'POST' | 'DELETE',
	path: string,
	body?: unknown
): Promise< unknown > {
	const answer = await shop.request( API + path, {
		method,
		as: 'shop_manager',
		...( body === undefined ? {} : { body } ),
	} );
	if ( answer.status >= 300 ) {
		throw new Error(
			`${ method } ${ path }: ${ answer.status } ${ answer.text.slice(
				0,
				2000
			) }`
		);
	}
	return answer.json;
}

export function save(
	shop: Shop,
	patch: Record< string, unknown >
): Promise< unknown > {
	return call( shop, 'POST', '/settings', patch );
}

export async function startRun( shop: Shop, mode: RunMode ): Promise< Run > {
	return runSchema.parse( await call( shop, 'POST', '/runs', { mode } ) );
}

export async function step( shop: Shop, id: number ): Promise< Run > {
	return runSchema.parse( await call( shop, 'POST', `/runs/${ id }/step` ) );
}

export async function current( shop: Shop ) {
	return currentRunSchema.parse( await call( shop, 'GET', '/runs/current' ) );
}

export function isActive( run: Run ): boolean {
	return run.status === 'running' || run.status === 'waiting';
}

/** Shortens a wait of seconds or minutes to none. */
export async function letTimePass( shop: Shop ): Promise< void > {
	await shop.sql(
		'UPDATE wp_keycrm_stock_runs SET resume_at = NULL, saves = saves + 1 WHERE active = 1'
	);
	await shop.sql(
		"DELETE FROM wp_options WHERE option_name = 'keycrm_stock_pace'"
	);
}

/** Runs steps until the run ends; long waits are cut short. */
export async function drive( shop: Shop, run: Run ): Promise< Run > {
	let now = run;
	for ( let steps = 0; isActive( now ); steps++ ) {
		if ( steps > 400 ) {
			throw new Error(
				`The run does not end: ${ JSON.stringify( now ) }`
			);
		}
		if ( now.status === 'waiting' ) {
			await letTimePass( shop );
		}
		now = await step( shop, now.id );
	}
	return now;
}

export async function sync( shop: Shop, mode: RunMode = 'sync' ) {
	return drive( shop, await startRun( shop, mode ) );
}

/** Returns `_stock` of every product and variation by SKU, from the database. */
export async function stockBySku(
	shop: Shop
): Promise< Map< string, number | null > > {
	const rows = await shop.php( `
		global $wpdb;
		return $wpdb->get_results( "SELECT s.meta_value AS sku, q.meta_value AS stock FROM {$wpdb->posts} p
			JOIN {$wpdb->postmeta} s ON s.post_id = p.ID AND s.meta_key = '_sku'
			LEFT JOIN {$wpdb->postmeta} q ON q.post_id = p.ID AND q.meta_key = '_stock'
			WHERE p.post_type IN ('product', 'product_variation') AND p.post_status <> 'trash' AND s.meta_value <> ''", ARRAY_A );
	` );
	const stock = new Map< string, number | null >();
	if ( Array.isArray( rows ) ) {
		for ( const row of rows ) {
			stock.set(
				String( row.sku ),
				row.stock === null ? null : Number( row.stock )
			);
		}
	}
	return stock;
}

/** Pretends that the run's numbers were seen 16 minutes ago. */
export async function age( shop: Shop, run: Run ): Promise< void > {
	await shop.sql(
		`UPDATE wp_keycrm_stock_runs SET planned_at = planned_at - 960000 WHERE id = ${ run.id }`
	);
}
