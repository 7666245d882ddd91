import { screen, within } from '@testing-library/react';
import { FakeRest } from './fake-rest';
import { someCurrent } from './sample-runs';
import { newSettings, someWarehouses } from './samples';

/** No run has been made. */
export const NEVER = { run: null, last_success: null, next_at: null };
const HAS_KEY = {
	api_key_set: true,
	api_key_hint: '7f3a',
	api_key_source: 'option',
} as const;

/** The plugin has just been installed. */
export function newSite() {
	const rest = new FakeRest();
	rest.settings = newSettings();
	rest.current = someCurrent( NEVER );
	rest.findOrders( {} );
	rest.warehouses = someWarehouses( { items: [], examples: [] } );
	rest.found = [ someWarehouses() ];
	return rest;
}

/** Only the key is saved. */
export function connectedSite() {
	const rest = newSite();
	rest.settings = newSettings( HAS_KEY );
	return rest;
}

/** One of the five steps, by its title. */
export const step = ( name: RegExp ) => {
	const found = screen
		.getAllByRole( 'listitem' )
		.find( ( item ) => within( item ).queryByRole( 'heading', { name } ) );
	if ( ! found ) {
		throw new Error( `There is no step ${ name }.` );
	}
	return within( found );
};
export const button = ( name: string ) =>
	screen.getByRole( 'button', { name } );
