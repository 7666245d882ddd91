import { Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ApiError } from '../api-error';

interface Props {
	trouble: ApiError | null;
}

/** The site did not answer a question that the page asks by itself. */
export function TroubleNotice( { trouble }: Props ) {
	if ( null === trouble ) {
		return null;
	}
	return (
		<Notice status="warning" isDismissible={ false }>
			<p>
				{ trouble.message }{ ' ' }
				{ ! trouble.is_final &&
					__(
						'This page tries again by itself; what it shows may be old.',
						'stock-sync-for-keycrm'
					) }
			</p>
		</Notice>
	);
}
