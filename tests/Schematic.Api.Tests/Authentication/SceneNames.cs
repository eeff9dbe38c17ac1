namespace Schematic.Api.Tests.Authentication;

internal sealed partial class Scene
{
    public bool Has(string name) => _values.ContainsKey(name);
}
