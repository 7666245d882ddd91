<?php
/**
 * What a store offers for its kind of object.
 */

declare(strict_types=1);

interface WC_Object_Data_Store_Interface {
	public function create( &$data );
	public function read( &$data );
	public function update( &$data );
	public function delete( &$data, $args = array() );
	public function read_meta( &$data );
	public function delete_meta( &$data, $meta );
	public function add_meta( &$data, $meta );
	public function update_meta( &$data, $meta );
}
