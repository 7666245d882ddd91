/** Reads every row of every table of a shop, in a form that can be compared with another shop's. */
import { z } from 'zod';
import { phpFile } from '../../../support/php-file';
import type { Shop } from '../../../support/worlds/shop';

const dumpSchema = z.record(
	z.string(),
	z.array( z.record( z.string(), z.string().nullable() ) )
);

type Row = Record< string, string | null >;

export type Tables = Record< string, string[] >;

/** Ids that the database assigns, and times. They always differ between two shops. */
const INCIDENTAL: Record< string, readonly string[] > = {
	postmeta: [ 'meta_id' ],
	options: [ 'option_id' ],
	posts: [ 'post_modified', 'post_modified_gmt', 'guid' ],
	termmeta: [ 'meta_id' ],
	wc_admin_notes: [ 'date_created' ],
};

/** Queues and logs are left out; what they did is compared. */
const LEFT_OUT =
	/^(actionscheduler_|keycrm_stock_|wc_admin_note|woocommerce_sessions)/;

/** Options that hold only times, or describe the queue. */
const OPTIONS_OF_TIME =
	/^(cron|action_scheduler_lock_|_transient_timeout_|_transient_doing_cron|_site_transient_|rewrite_rules|_transient_wc_admin|test_|keycrm_stock_)/;

/** Returns a serialized PHP array without its order, because counts of categories come in any order. */
function unordered( serialized: string ): string {
	return ( serialized.match( /s:\d+:"[^"]*";i:\d+/g ) ?? [] )
		.sort()
		.join( ' ' );
}

function comparable( table: string, row: Row ): string | undefined {
	const skip = INCIDENTAL[ table ] ?? [];
	const name = row[ 'option_name' ];
	if ( table === 'options' && OPTIONS_OF_TIME.test( name ?? '' ) ) {
		return undefined;
	}
	if ( row[ 'meta_key' ] === '_stock' ) {
		// SQLite makes 14.0 of WooCommerce's own "meta_value + 3.000000".
		row[ 'meta_value' ] = ( row[ 'meta_value' ] ?? '' ).replace(
			/\.0$/,
			''
		);
	}
	if ( name === '_transient_wc_term_counts' ) {
		return `${ name } ${ unordered( row[ 'option_value' ] ?? '' ) }`;
	}
	const kept = Object.entries( row ).filter(
		( [ column ] ) =>
			! skip.includes( column ) &&
			! (
				( name ?? '' ).endsWith( '-transient-version' ) &&
				column === 'option_value'
			)
	);
	return JSON.stringify( Object.fromEntries( kept ) );
}

/** Runs what WooCommerce has queued, then reads everything. */
export async function readTables( shop: Shop ): Promise< Tables > {
	// WooCommerce schedules its update of the attributes' table one second ahead.
	await shop.php( phpFile( __dirname, 'tables-settle.php' ) );
	const dump = dumpSchema.parse(
		await shop.php( phpFile( __dirname, 'tables-dump.php' ) )
	);
	const tables: Tables = {};
	for ( const [ table, rows ] of Object.entries( dump ) ) {
		if ( ! LEFT_OUT.test( table ) ) {
			tables[ table ] = rows
				.map( ( row ) => comparable( table, row ) )
				.filter( ( line ) => line !== undefined )
				.sort();
		}
	}
	return tables;
}

/** Returns the lines that only one shop has, for a readable message. */
export function difference( left: Tables, right: Tables ): string[] {
	const lines: string[] = [];
	for ( const table of new Set( [
		...Object.keys( left ),
		...Object.keys( right ),
	] ) ) {
		const ours = [ ...( right[ table ] ?? [] ) ];
		for ( const line of left[ table ] ?? [] ) {
			const at = ours.indexOf( line );
			if ( at < 0 ) {
				lines.push( `- ${ table } ${ line }` );
			} else {
				ours.splice( at, 1 );
			}
		}
		lines.push( ...ours.map( ( line ) => `+ ${ table } ${ line }` ) );
	}
	return lines;
}
