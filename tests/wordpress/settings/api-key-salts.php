<?php
/** Stores a key, then changes the salts. */

assert( isset( $new_store, $key ) );
$store = $new_store();
$store->set( $key );
$other_site = static fn ( string $salt ): string => 'other' . $salt;
add_filter( 'salt', $other_site );
$after = array( $store->get(), $store->source(), $store->hint(), $store->unreadable(), $store->problem() );
$store->set( 'another-key' );
$again = array( $store->get(), $store->source(), $store->unreadable() );
remove_filter( 'salt', $other_site );
return array( 'after' => $after, 'again' => $again, 'back' => $store->unreadable() );
