using Bunit;
using Schematic.Contracts.Entities;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Flags.Checks;
using Schematic.Dashboard.Tests.Rendering;

namespace Schematic.Dashboard.Tests.Flags.Checks;

public sealed class SubjectPickerTests : ConsoleContext
{
    private readonly List<string> _told = [];

    [Fact]
    public void The_key_of_the_address_can_be_chosen_before_the_others_are_known()
    {
        var picker = RenderPicker(EntityType.Company, "domain");

        Assert.Equal(["id", "domain"], Keys(picker));
        picker.Render(static parameters =>
            parameters.Add(static picker => picker.KeyNames, ["domain", "salesforce_id"])
        );

        Assert.Equal(["id", "domain", "salesforce_id"], Keys(picker));
    }

    [Theory]
    [InlineData(EntityType.Company, "Company optional", "comp_…", "Find a company")]
    [InlineData(EntityType.User, "User optional", "user_…", "Find a user")]
    public void It_says_what_it_asks_for(EntityType type, string label, string placeholder, string find)
    {
        var picker = RenderPicker(type, EntityApi.IdKey);

        Assert.Equal(label, picker.Find("label").TextContent);
        Assert.Equal(picker.Find("label").GetAttribute("for"), picker.Find("input").Id);
        Assert.Equal(placeholder, picker.Find("input").GetAttribute("placeholder"));
        Assert.Equal(find, picker.Find("button").GetAttribute("aria-label"));
    }

    [Fact]
    public void A_value_of_another_key_has_no_example() =>
        Assert.Null(RenderPicker(EntityType.Company, "domain").Find("input").GetAttribute("placeholder"));

    [Fact]
    public void What_is_entered_is_told()
    {
        var picker = RenderPicker(EntityType.Company, "domain");

        picker.Find("select").Change("id");
        picker.Find("input").Change("comp_1");

        Assert.Equal(["key id", "value comp_1"], _told);
    }

    private static IEnumerable<string> Keys(IRenderedComponent<SubjectPicker> picker) =>
        picker.FindAll("option").Select(static option => option.TextContent);

    private IRenderedComponent<SubjectPicker> RenderPicker(EntityType type, string key) =>
        Render<SubjectPicker>(parameters =>
            parameters
                .Add(static picker => picker.Type, type)
                .Add(static picker => picker.Key, key)
                .Add(static picker => picker.Value, "")
                .Add(static picker => picker.KeyChanged, value => _told.Add($"key {value}"))
                .Add(static picker => picker.ValueChanged, value => _told.Add($"value {value}"))
        );
}
