import { createRoot } from '@wordpress/element';
import { App } from './app/app';
import './app/app.scss';

// The script stands in the footer, below the element.
const place = document.getElementById( 'keycrm-stock-root' );
if ( place ) {
	createRoot( place ).render( <App /> );
}
