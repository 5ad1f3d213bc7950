/** A module that names Statecraft and nothing behind it. */
module com.example.consumer {
    requires io.github.statecraft.core;
}
