import { showHistory } from './features/product-history/product-history';
import { offerSync } from './features/product-sync/product-sync';
import './features/product-history/product-box.scss';

// The script stands in the footer, below the box.
document
	.querySelectorAll< HTMLElement >( '.keycrm-stock-history' )
	.forEach( showHistory );
document
	.querySelectorAll< HTMLElement >( '.keycrm-stock-sync' )
	.forEach( offerSync );
