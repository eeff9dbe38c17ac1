namespace Schematic.Dashboard.Shared.Loading;

/// <summary>
/// State of something that a screen loads. It is loading (nothing yet), failed (nothing, and why) or there; while it
/// is loaded anew the old value stays, and when that fails the old value stays beside the failure.
/// </summary>
public sealed record Load<T>
{
    public static Load<T> Loading { get; } = new() { IsBusy = true };

    /// <summary>Whether <see cref="Value"/> was ever loaded.</summary>
    public bool HasValue { get; private init; }

    /// <summary>The last value loaded; default before the first.</summary>
    public T? Value { get; private init; }

    /// <summary>A request is under way.</summary>
    public bool IsBusy { get; internal init; }

    /// <summary>Why the last request failed; null after a success.</summary>
    public LoadFailure? Failure { get; private init; }

    public static Load<T> Of(T value) => new() { Value = value, HasValue = true };

    public static Load<T> Failed(LoadFailure failure) => new() { Failure = failure };

    /// <summary>The same state of a part of the value.</summary>
    public Load<TPart> Select<TPart>(Func<T, TPart> part) =>
        new()
        {
            HasValue = HasValue,
            Value = HasValue ? part(Value!) : default,
            IsBusy = IsBusy,
            Failure = Failure,
        };

    public Load<T> Again() => this with { IsBusy = true };

    /// <summary>Keeps the old value, if any, so that nothing vanishes from the screen.</summary>
    public Load<T> FailedWith(LoadFailure failure) => this with { IsBusy = false, Failure = failure };
}
