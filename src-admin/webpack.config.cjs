const { resolve } = require( 'node:path' );
const standard = require( '@wordpress/scripts/config/webpack.config.js' );

module.exports = {
	...standard,
	entry: {
		index: resolve( __dirname, 'index.tsx' ),
		// On the product's edit screen.
		product: resolve( __dirname, 'product.ts' ),
	},
	output: {
		...standard.output,
		path: resolve( __dirname, '../plugin/build' ),
	},
	optimization: {
		...standard.optimization,
		// The same sources give the same bytes on every machine.
		moduleIds: 'deterministic',
		chunkIds: 'deterministic',
	},
};
