/** An icon of WordPress's icon font. It is hidden from screen readers, so the text beside it must say the same. */
export const Icon = ( { name }: { name: string } ) => (
	<span className={ `dashicons dashicons-${ name }` } aria-hidden="true" />
);
