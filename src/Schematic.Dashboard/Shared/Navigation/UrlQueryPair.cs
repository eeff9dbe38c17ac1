namespace Schematic.Dashboard.Shared.Navigation;

/// <summary>Two states in one address: that of a screen, and that of a list on it. They share no names.</summary>
internal sealed record UrlQueryPair(IUrlQuery First, IUrlQuery Second) : IUrlQuery
{
    public string ToUri() =>
        (First.ToUri(), Second.ToUri()) is ({ Length: > 0 } first, { Length: > 0 } second)
            ? $"{first}&{second[1..]}"
            : First.ToUri() + Second.ToUri();
}
