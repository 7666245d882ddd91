/** Reads WooCommerce's log. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Shop } from '../../../support/worlds/shop';

const LINE = /^\S+ ([A-Z]+) (.*?)(?: CONTEXT: (\{.*\}))?$/;

export interface LogLine {
	readonly level: string;
	readonly message: string;
	readonly context: Record< string, unknown >;
}

/** Returns the plugin's lines since the last call, and deletes the files unless told to keep them. */
export function takeLog(
	shop: Shop,
	then: 'keep' | 'remove' = 'remove'
): LogLine[] {
	const folder = join( shop.dir, 'wp-content/uploads/wc-logs' );
	const names = existsSync( folder ) ? readdirSync( folder ) : [];
	return names
		.filter( ( name ) => name.startsWith( 'stock-sync-for-keycrm-' ) )
		.flatMap( ( name ) => {
			const text = readFileSync( join( folder, name ), 'utf8' );
			if ( then === 'remove' ) {
				rmSync( join( folder, name ) );
			}
			return text.trim().split( '\n' );
		} )
		.map( ( line ) => {
			const [ , level = '', message = line, context = '{}' ] =
				LINE.exec( line ) ?? [];
			return {
				level: level.toLowerCase(),
				message,
				context: z
					.record( z.string(), z.unknown() )
					.parse( JSON.parse( context ) ),
			};
		} );
}
