namespace Schematic.Dashboard.Entities.Keys;

/// <summary>
/// The keys an entity is found by, for the rail of its page: add one, change a value, remove all but the last.
/// </summary>
public sealed partial class KeysPanel : EntityPanel
{
    private bool IsLast => Entity.Keys.Count <= 1;

    private string RemoveTitle => IsLast ? $"{EntityWords.ANoun(Entity.Type)} needs at least one key" : "Remove";

    protected override bool IsShown(string id) => Entity.Keys.Any(key => key.Key == id);
}
