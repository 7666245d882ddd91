/**
 * The plugin's REST routes, as a shop manager's browser calls them.
 */
import {
	connectionSchema,
	runSchema,
	warehousesSchema,
	webhookSchema,
} from '../../../src-admin/contract';
import type { Run, SettingsPatch } from '../../../src-admin/contract';
import type { Shop } from '../worlds/shop';

async function post(
	shop: Shop,
	path: string,
	body: unknown = {}
): Promise< unknown > {
	const { status, json, text } = await shop.request(
		`/wp-json/keycrm-stock/v1${ path }`,
		{ as: 'shop_manager', method: 'POST', body }
	);
	if ( status >= 300 ) {
		throw new Error(
			`POST ${ path } answered ${ status }: ${ text.slice( 0, 1000 ) }`
		);
	}
	return json;
}

export async function saveSettings(
	shop: Shop,
	settings: SettingsPatch
): Promise< void > {
	await post( shop, '/settings', settings );
}

/** @return The address that KeyCRM is to call. */
export async function webhookUrl( shop: Shop ): Promise< string > {
	const { json } = await shop.request( '/wp-json/keycrm-stock/v1/webhook', {
		as: 'shop_manager',
	} );
	return webhookSchema.parse( json ).url;
}

/** @return How many offers the key can see. */
export async function testConnection( shop: Shop ): Promise< number > {
	const answer = connectionSchema.parse( await post( shop, '/connection' ) );
	if ( ! answer.ok ) {
		throw new Error( `${ answer.message } ${ answer.hint }` );
	}
	return answer.offers;
}

export async function findWarehouses(
	shop: Shop
): Promise< { id: number; name: string }[] > {
	let answer = warehousesSchema.parse(
		await post( shop, '/warehouses', { page: 1 } )
	);
	while ( answer.next_page > 0 ) {
		answer = warehousesSchema.parse(
			await post( shop, '/warehouses', { page: answer.next_page } )
		);
	}
	return answer.items;
}

/** Presses "Sync now" and, if the guard asks, "Go ahead"; then steps until the run has ended. */
export async function sync(
	shop: Shop,
	tell: ( run: Run ) => void
): Promise< Run > {
	let run = runSchema.parse( await post( shop, '/runs', { mode: 'sync' } ) );
	while ( run.finished_at === null ) {
		if ( run.status === 'needs_confirmation' ) {
			await post( shop, `/runs/${ run.id }/confirm` );
		}
		if ( run.waits_until !== null ) {
			const ms = new Date( run.waits_until ).getTime() - Date.now();
			await new Promise( ( resolve ) =>
				setTimeout( resolve, Math.max( ms, 250 ) )
			);
		}
		run = runSchema.parse( await post( shop, `/runs/${ run.id }/step` ) );
		tell( run );
	}
	return run;
}
