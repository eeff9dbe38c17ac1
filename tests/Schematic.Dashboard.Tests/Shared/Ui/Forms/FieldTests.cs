using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Schematic.Dashboard.Tests.Rendering;

namespace Schematic.Dashboard.Tests.Shared.Ui.Forms;

public sealed class FieldTests : ConsoleContext
{
    [Fact]
    public void A_label_belongs_to_its_control()
    {
        var form = Render<SampleForm>();

        Assert.Equal("Name", form.Find("label").TextContent);
        Assert.Equal(form.Find("input").Id, form.Find("label").GetAttribute("for"));
        Assert.False(form.Find("input").HasAttribute("aria-describedby"));
        Assert.False(form.Find("input").HasAttribute("aria-invalid"));
    }

    [Fact]
    public void What_may_be_left_out_says_so() =>
        Assert.Equal(
            "Name optional",
            Render<SampleForm>(static parameters => parameters.Add(static form => form.Optional, true))
                .Find("label")
                .TextContent
        );

    [Fact]
    public void Help_describes_the_control_and_stays_beside_an_error()
    {
        var form = Render<SampleForm>(static parameters =>
            parameters.Add(static form => form.Help, "As on the invoice.")
        );
        var help = form.Find(".field-help").Id;
        Assert.Equal(help, form.Find("input").GetAttribute("aria-describedby"));

        form.InvokeAsync(form.Instance.Context.Validate);

        Assert.Equal("As on the invoice.", form.Find(".field-help").TextContent);
        Assert.Equal($"{form.Find(".field-error").Id} {help}", form.Find("input").GetAttribute("aria-describedby"));
    }

    [Fact]
    public void An_error_is_said_once_beside_the_field_and_goes_with_its_cause()
    {
        var form = Render<SampleForm>();

        form.InvokeAsync(form.Instance.Context.Validate);

        Assert.Equal("Enter a name.", form.Find(".field-invalid .field-error").TextContent);
        Assert.Equal("true", form.Find("input").GetAttribute("aria-invalid"));

        form.Find("input").Change("Acme");

        Assert.Empty(form.FindAll(".field-error, .field-invalid"));
        Assert.False(form.Find("input").HasAttribute("aria-invalid"));
    }

    [Fact]
    public void Two_reasons_are_one_sentence_after_the_other_and_the_same_one_is_said_once()
    {
        var form = Render<SampleForm>();
        var messages = new ValidationMessageStore(form.Instance.Context);
        messages.Add(() => form.Instance.Model.Name, ["It is taken.", "It is short.", "It is taken."]);

        form.InvokeAsync(form.Instance.Context.NotifyValidationStateChanged);

        Assert.Equal("It is taken. It is short.", form.Find(".field-error").TextContent);
    }
}
