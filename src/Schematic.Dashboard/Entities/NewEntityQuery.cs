using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Entities;

/// <summary>Initial values of the page that creates an entity: the key that was not found.</summary>
internal sealed record NewEntityQuery : IUrlQuery<NewEntityQuery>
{
    public string Key { get; init; } = "";

    public string Value { get; init; } = "";

    public static NewEntityQuery FromUri(UrlReader url) => new() { Key = url.Text("key"), Value = url.Text("value") };

    /// <summary>The key that a search named in vain: <c>domain=acme.com</c>, or a bare value.</summary>
    public static NewEntityQuery FromSearch(string text) =>
        KeyText.Split(text) is var (name, value) ? new() { Key = name, Value = value } : new() { Value = text };

    public string ToUri() => new UrlWriter().Add("key", Key).Add("value", Value).ToString();

    /// <summary>The draft to begin with.</summary>
    public EntityDraft ToDraft(Schematic.Contracts.Entities.EntityType type)
    {
        var draft = new EntityDraft(type);
        draft.Keys[0].Name = Key == EntityApi.IdKey ? "" : Key;
        draft.Keys[0].Value = Value;
        return draft;
    }
}
