using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Users;

/// <summary>What the form for a new user starts with.</summary>
internal sealed record NewUserQuery : IUrlQuery<NewUserQuery>
{
    private const string Company = "company";

    /// <summary>The key that was looked for in vain.</summary>
    public KeyLookup? Key { get; init; }

    /// <summary>The company the user is to belong to; empty for none.</summary>
    public string CompanyId { get; init; } = "";

    public static NewUserQuery FromUri(UrlReader url) => new() { Key = KeyLookup.Read(url), CompanyId = url.Text(Company) };

    public string ToUri()
    {
        var url = new UrlWriter().Add(Company, CompanyId);
        KeyLookup.Write(url, Key);
        return url.ToString();
    }
}
