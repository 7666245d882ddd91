import { run, type Result } from 'axe-core';

/** Rules that a page without a layout, or a part of wp-admin's page, cannot keep. */
const LEFT_OUT = {
	// jsdom draws nothing, so nothing has a colour.
	'color-contrast': { enabled: false },
	// wp-admin has the landmarks around our page.
	region: { enabled: false },
};

const inWords = ( { id, help, nodes }: Result ) =>
	`${ id }: ${ help }\n${ nodes
		.map( ( { html } ) => `  ${ html }` )
		.join( '\n' ) }`;

/** What axe finds wrong with the page as it stands; time stands still meanwhile. */
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
