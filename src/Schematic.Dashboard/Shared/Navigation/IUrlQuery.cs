namespace Schematic.Dashboard.Shared.Navigation;

/// <summary>The state of a screen that lives in its address.</summary>
public interface IUrlQuery
{
    /// <summary>The query string from its <c>?</c> on, without what is default; empty where everything is.</summary>
    string ToUri();
}

/// <summary>A query that can also be read back.</summary>
public interface IUrlQuery<TSelf> : IUrlQuery
    where TSelf : IUrlQuery<TSelf>
{
    /// <summary>
    /// Reads what it knows and passes over the rest: an old or hand-written link opens the nearest screen, never an
    /// error.
    /// </summary>
    static abstract TSelf FromUri(UrlReader url);
}
