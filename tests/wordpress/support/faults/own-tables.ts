/** Damages the plugin's tables, and reads what the shop then shows. */
import { z } from 'zod';
import type { Shop } from '../../../support/worlds/shop';

/** Jobs of another plugin: one in WordPress's cron, one in the queue. */
export const OTHER_PLUGIN = `<?php
add_action( 'test_cron_job', static fn () => update_option( 'test_cron_job_done', time(), false ) );
add_action( 'test_queue_job', static fn () => update_option( 'test_queue_job_done', time(), false ) );
`;

export const TABLES = [
	'asked_skus',
	'changes',
	'dirty',
	'levels',
	'orders',
	'runs',
	'transactions',
];

export const openPage = ( shop: Shop, page = 'admin.php?page=keycrm-stock' ) =>
	shop.request( `/wp-admin/${ page }`, { as: 'admin' } );

export async function drop( shop: Shop, ...names: string[] ): Promise< void > {
	for ( const name of names ) {
		await shop.sql( `DROP TABLE wp_keycrm_stock_${ name }` );
	}
}

export async function tables(
	shop: Shop,
	prefix = 'wp_'
): Promise< string[] > {
	const rows = z
		.array( z.record( z.string(), z.string() ) )
		.parse(
			await shop.sql( `SHOW TABLES LIKE '${ prefix }keycrm\\_stock\\_%'` )
		);
	return rows
		.flatMap( ( row ) => Object.values( row ) )
		.map( ( name ) => name.replace( `${ prefix }keycrm_stock_`, '' ) )
		.sort();
}

export async function columns( shop: Shop ): Promise< string[] > {
	return z
		.array( z.object( { Field: z.string() } ) )
		.parse( await shop.sql( 'SHOW COLUMNS FROM wp_keycrm_stock_runs' ) )
		.map( ( { Field } ) => Field );
}

/** Calls wp-cron.php with one due job of each kind, and returns those that were done. */
export async function cron( shop: Shop ): Promise< string[] > {
	await shop.php( `
		delete_option( 'test_cron_job_done' );
		delete_option( 'test_queue_job_done' );
		delete_transient( 'doing_cron' );
		wp_schedule_single_event( time() - 5, 'test_cron_job' );
		as_schedule_single_action( time() - 5, 'test_queue_job' );
		wp_clear_scheduled_hook( 'action_scheduler_run_queue', array( 'WP Cron' ) );
		wp_schedule_event( time() - 5, 'every_minute', 'action_scheduler_run_queue', array( 'WP Cron' ) );
		return true;` );
	const { status } = await shop.request( '/wp-cron.php' );
	expect( status ).toBe( 200 );
	return z.array( z.string() ).parse(
		await shop.php( `
			wp_cache_flush();
			return array_values( array_filter( array( 'cron', 'queue' ), static fn ( $kind ) => false !== get_option( "test_{$kind}_job_done" ) ) );` )
	);
}

export async function notice( shop: Shop, page: string ): Promise< string > {
	const { status, text } = await openPage( shop, page );
	expect( status ).toBe( 200 );
	return (
		/<div class="notice notice-error"><p><strong>(Stock Sync for KeyCRM[\s\S]*?)<\/div>/.exec(
			text
		)?.[ 1 ] ?? ''
	);
}
