const { resolve } = require( 'node:path' );
const standard = require( '@wordpress/scripts/config/webpack.config.js' );

const { splitChunks } = standard.optimization;

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
		splitChunks: {
			...splitChunks,
			// What is loaded late comes with its library, in one file with a name.
			cacheGroups: { ...splitChunks.cacheGroups, defaultVendors: false },
		},
	},
};
