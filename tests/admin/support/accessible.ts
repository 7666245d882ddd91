import { run, type Result } from 'axe-core';

/** Rules that cannot be tested in jsdom, or without the rest of wp-admin's page. */
const LEFT_OUT = {
	// jsdom does not compute colours.
	'color-contrast': { enabled: false },
	// wp-admin renders the landmarks around our page.
	region: { enabled: false },
};

const inWords = ( { id, help, nodes }: Result ) =>
	`${ id }: ${ help }\n${ nodes
		.map( ( { html } ) => `  ${ html }` )
		.join( '\n' ) }`;

/** Violations that axe finds. It needs real timers, so the fake clock stands still meanwhile. */
export async function faultsOfPage(): Promise< string[] > {
	const fake = jest.isMockFunction( setTimeout ) || 'clock' in setTimeout;
	const now = Date.now();
	if ( fake ) {
		jest.useRealTimers();
	}
	const { violations } = await run( document.body, {
		rules: LEFT_OUT,
		preload: false,
	} );
	if ( fake ) {
		jest.useFakeTimers( { now } );
	}
	return violations.map( inWords );
}
