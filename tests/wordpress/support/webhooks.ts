/** The webhook URL, and messages as KeyCRM sends them. */
import { z } from 'zod';
import { phpFile } from '../../support/php-file';
import { webhookSchema } from '../../../src-admin/contract';
import type { Shop, ShopResponse } from '../../support/worlds/shop';
import { call } from './session';

export async function webhook( shop: Shop ) {
	return webhookSchema.parse( await call( shop, 'GET', '/webhook' ) );
}

/** Returns path and query of the URL. */
export async function webhookPath( shop: Shop ): Promise< string > {
	const url = new URL( ( await webhook( shop ) ).url );
	return url.pathname + url.search;
}

/** Sends a body as it is. */
export const post = (
	shop: Shop,
	path: string,
	body: string,
	type = 'application/json'
): Promise< ShopResponse > =>
	shop.request( path, {
		method: 'POST',
		body,
		headers: { 'Content-Type': type },
	} );

/** Returns KeyCRM's stock message about these offers. */
export const aboutStock = ( ...offerIds: readonly number[] ): string =>
	JSON.stringify(
		offerIds.map( ( id ) => ( {
			offer_id: id,
			sku: `SKU-${ id }`,
			in_stock: 184,
			in_reserve: 2,
		} ) )
	);

export const aboutOrder = (
	id: number,
	event = 'order.change_order_status'
): string =>
	JSON.stringify( {
		event,
		context: { id, source_uuid: '№20002', source_id: 4, status_id: 12 },
	} );

/** A must-use plugin that starts nothing after the answer, so marks stay marks. */
export const NO_WAKE_UP = `<?php add_action( 'shutdown', static fn () => remove_all_actions( 'shutdown', PHP_INT_MAX ), 0 );`;

/** Adds headers with the cost of a REST request: all statements, and those that name something of ours. */
export const COUNT_STATEMENTS = phpFile( __dirname, 'count-statements.php' );

/** Returns the statements of an answer that name something of ours. */
export const ours = ( headers: Headers ): string[] =>
	z.array( z.string() ).parse( JSON.parse( headers.get( 'X-Ours' ) ?? '' ) );

/** Returns all that a sync writes: levels, runs and stock quantities. */
export const stateOf = ( shop: Shop ) =>
	Promise.all( [
		shop.sql( 'SELECT * FROM wp_keycrm_stock_levels' ),
		shop.sql( 'SELECT * FROM wp_keycrm_stock_runs' ),
		shop.sql( "SELECT * FROM wp_postmeta WHERE meta_key = '_stock'" ),
	] );
