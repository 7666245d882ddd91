import { Modal, Spinner } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { fetchHistory } from '../api';
import { historyFigure } from '../chart/history-figure';
import type { Change } from '../contract';
import { useAnswer } from '../hooks/use-answer';
import { ErrorNotice } from './error-notice';

interface Props {
	change: Change;
	onClose: () => void;
}

/** What a product's number did over 30 days. */
export function HistoryDialog( { change, onClose }: Props ) {
	const { product_id, product_name } = change;
	const { answer, error } = useAnswer(
		() => fetchHistory( product_id ),
		String( product_id )
	);
	const place = useRef< HTMLDivElement >( null );

	useEffect( () => {
		if ( answer ) {
			place.current?.replaceChildren( historyFigure( answer ) );
		}
	}, [ answer ] );

	return (
		<Modal
			title={ sprintf(
				/* translators: %s: name of a product. */
				__( '%s: the last 30 days', 'stock-sync-for-keycrm' ),
				product_name
			) }
			size="large"
			onRequestClose={ onClose }
		>
			<ErrorNotice error={ error } />
			{ null === answer && null === error && <Spinner /> }
			<div ref={ place } />
		</Modal>
	);
}
