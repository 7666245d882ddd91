const { resolve } = require( 'node:path' );
const standard = require( '@wordpress/scripts/config/webpack.config.js' );
const { Compilation, sources } = require( 'webpack' );

/** Babel writes half of the comments for translators twice: 4 kB of the screen's script. */
const singleComments = {
	apply: ( compiler ) =>
		compiler.hooks.compilation.tap( 'comments', ( compilation ) =>
			compilation.hooks.processAssets.tap(
				{
					name: 'comments',
					stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER,
				},
				( assets ) => {
					for ( const [ name, source ] of Object.entries( assets ) ) {
						if ( name.endsWith( '.js' ) ) {
							const text = source.source().toString();
							compilation.updateAsset(
								name,
								new sources.RawSource(
									text.replace(
										/(\/\* translators:[^*]*\*\/)(?:\s*\1)+/g,
										'$1'
									)
								)
							);
						}
					}
				}
			)
		),
};

module.exports = {
	...standard,
	entry: {
		index: resolve( __dirname, 'index.tsx' ),
		// On the product's edit screen.
		product: resolve( __dirname, 'product.ts' ),
	},
	plugins: [ ...standard.plugins, singleComments ],
	output: {
		...standard.output,
		path: resolve( __dirname, '../plugin/build' ),
	},
	module: {
		...standard.module,
		rules: [
			...standard.module.rules,
			// Schemas that an entry does not use are left out of it.
			{ test: resolve( __dirname, 'contract' ), sideEffects: false },
		],
	},
	optimization: {
		...standard.optimization,
		// The same sources give the same bytes on every machine.
		moduleIds: 'deterministic',
		chunkIds: 'deterministic',
	},
};
