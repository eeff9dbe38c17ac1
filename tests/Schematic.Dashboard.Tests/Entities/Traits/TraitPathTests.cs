using System.Text.Json;
using System.Text.Json.Nodes;
using Schematic.Dashboard.Entities.Traits;

namespace Schematic.Dashboard.Tests.Entities.Traits;

public sealed class TraitPathTests
{
    [Theory]
    [InlineData("seats", "seats")]
    [InlineData(" address . city ", "address", "city")]
    [InlineData("a..b", "a", "", "b")]
    public void A_dotted_name_is_a_path(string dotted, params string[] path) =>
        Assert.Equal(path, TraitPath.Parse(dotted));

    [Fact]
    public void Traits_of_one_object_are_sent_together()
    {
        var traits = TraitPath.Nest(
            (["address", "city"], JsonValue.Create("Bern")),
            (["address", "zip"], null),
            (["seats"], JsonValue.Create(5))
        );

        Assert.Equal("""{"address":{"city":"Bern","zip":null},"seats":5}""", JsonSerializer.Serialize(traits));
    }

    [Theory]
    [InlineData("a", "a", true)]
    [InlineData("a", "a.b", true)]
    [InlineData("a.b.c", "a.b", true)]
    [InlineData("a.b", "a.c", false)]
    [InlineData("a", "b", false)]
    [InlineData("ab", "a", false)]
    public void A_value_and_an_object_cannot_stand_at_one_place(string one, string other, bool collide) =>
        Assert.Equal(collide, TraitPath.Collide(TraitPath.Parse(one), TraitPath.Parse(other)));
}
