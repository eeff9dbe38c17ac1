using Bunit;
using Schematic.Contracts.Entities;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Entities;

public sealed class EntityFormTests : PageContext
{
    private readonly FormState<EntityDraft> _form = new(new EntityDraft(EntityType.Company));
    private int _submitted;

    [Fact]
    public void A_name_and_a_value_are_missing()
    {
        var form = Show();

        form.Find("form").Submit();

        Assert.Equal(["Name the key, like domain.", "Enter the value."], Errors(form));
        Assert.Equal(0, _submitted);
    }

    [Fact]
    public void A_draft_that_can_be_sent_is_submitted()
    {
        Key("domain", "acme.com");
        var form = Show();

        form.Find("form").Submit();

        Assert.Empty(Errors(form));
        Assert.Equal(1, _submitted);
    }

    [Fact]
    public void One_key_cannot_have_two_values()
    {
        Key("domain", "acme.com");
        _form.Model.Keys.Add(new() { Name = " domain ", Value = "acme.org" });
        var form = Show();

        form.Find("form").Submit();

        Assert.Equal(["This key is listed twice."], Errors(form));
    }

    [Theory]
    [InlineData("seats", "seats", "This trait is listed twice.")]
    [InlineData("address", "address.city", "address stands at the same place.")]
    [InlineData("address.city", "address", "address.city stands at the same place.")]
    public void Two_traits_cannot_stand_at_one_place(string one, string other, string problem)
    {
        Key("domain", "acme.com");
        _form.Model.Traits.Add(new() { Name = one, Text = "1" });
        _form.Model.Traits.Add(new() { Name = other, Text = "2" });
        var form = Show();

        form.Find("form").Submit();

        Assert.Equal([problem], Errors(form));
    }

    [Theory]
    [InlineData(EntityType.Company, 256, true)]
    [InlineData(EntityType.Company, 257, false)]
    [InlineData(EntityType.User, 255, true)]
    [InlineData(EntityType.User, 256, false)]
    public void A_name_is_as_long_as_the_api_takes(EntityType type, int length, bool isTaken)
    {
        var state = new FormState<EntityDraft>(new EntityDraft(type) { Name = new string('x', length) });
        state.Model.Keys[0].Name = "key";
        state.Model.Keys[0].Value = "value";
        var form = Show(state);

        form.Find("form").Submit();

        Assert.Equal(isTaken ? 1 : 0, _submitted);
    }

    [Fact]
    public void A_mistake_that_is_mended_says_nothing_any_more()
    {
        var form = Show();
        form.Find("form").Submit();

        form.FindAll(".row-key input")[0].Change("domain");
        form.FindAll(".row-key input")[1].Change("acme.com");

        Assert.Empty(Errors(form));
        form.Find("form").Submit();
        Assert.Equal(1, _submitted);
    }

    [Fact]
    public void A_known_trait_has_the_type_it_has_everywhere()
    {
        var form = Show();
        Button(form, "Add trait").Click();

        form.Find(".row-trait input").Change("seats");

        var type = form.Find(".row-trait select");
        Assert.Equal(("Number", true), (type.GetAttribute("value"), type.HasAttribute("disabled")));
    }

    [Fact]
    public void The_last_row_of_keys_cannot_be_removed()
    {
        var form = Show();
        Assert.True(Button(form, "Remove this key").HasAttribute("disabled"));

        Button(form, "Add key").Click();

        Assert.Equal(2, form.FindAll(".row-key").Count);
        Assert.False(Button(form, "Remove this key").HasAttribute("disabled"));
        Button(form, "Remove this key").Click();
        Assert.Single(form.FindAll(".row-key"));
    }

    [Fact]
    public void The_owner_of_a_key_stands_beside_it_instead_of_the_refusal()
    {
        Key("domain", "acme.com");
        var owner = new KeyOwner("domain", "acme.com", Entity.FromContract(CompanySamples.Company()));
        var form = Show(owners: [owner]);

        Assert.Equal("This domain belongs to Acme comp_1 .", Words(form.Find(".row-note .field-error")));
    }

    private void Key(string name, string value)
    {
        _form.Model.Keys[0].Name = name;
        _form.Model.Keys[0].Value = value;
    }

    private IRenderedComponent<EntityForm> Show(
        FormState<EntityDraft>? form = null,
        IReadOnlyList<KeyOwner>? owners = null
    ) =>
        Render<EntityForm>(parameters =>
            parameters
                .Add(static part => part.Form, form ?? _form)
                .Add(static part => part.EnvironmentId, Production.Id)
                .Add(static part => part.Owners, owners ?? [])
                .Add(static part => part.TraitDefinitions, [CompanySamples.Definition(TraitType.Number, "seats")])
                .Add(static part => part.CancelUrl, "/")
                .Add(static part => part.Submitted, () => _submitted++)
        );

    private static IEnumerable<string> Errors(IRenderedComponent<EntityForm> form) =>
        form.FindAll(".field-error").Select(static error => error.TextContent);
}
