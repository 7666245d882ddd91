/** Opens WordPress's own admin screens and sends their forms, as a browser does. */
import { findSources } from '../../support/worlds/sources';
import type { Role, Shop } from '../../support/worlds/shop';

/** For tests of WooCommerce's screens, which the stand-in lacks. */
export const onScreen =
	'real' === findSources().woocommerce.origin ? it : it.skip;

/** Returns the page's HTML. */
export const openPage = async (
	shop: Shop,
	path: string,
	as: Role = 'shop_manager'
): Promise< string > => ( await shop.request( path, { as } ) ).text;

export const sendForm = (
	shop: Shop,
	path: string,
	fields: Record< string, string >
) =>
	shop.request( path, {
		method: 'POST',
		as: 'shop_manager',
		headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams( fields ).toString(),
	} );

/** Returns the value of a field of this name, whatever the order of its attributes, or undefined. */
export function fieldOf( html: string, name: string ): string | undefined {
	const tag = [ ...html.matchAll( /<input[^>]*>/g ) ]
		.map( ( [ text ] ) => text )
		.find( ( text ) => text.includes( `name="${ name }"` ) );
	return tag && ( /value="([^"]*)"/.exec( tag )?.[ 1 ] ?? '' );
}

export const editPage = ( id: number ) =>
	`/wp-admin/post.php?post=${ id }&action=edit`;

/** Returns whether the checkbox of this name is ticked, or undefined if there is none. */
export function isTicked( html: string, name: string ): boolean | undefined {
	const tag = [ ...html.matchAll( /<input[^>]*>/g ) ]
		.map( ( [ text ] ) => text )
		.find(
			( text ) =>
				text.includes( 'type="checkbox"' ) &&
				text.includes( `name="${ name }"` )
		);
	return tag === undefined ? undefined : / checked\b/.test( tag );
}
