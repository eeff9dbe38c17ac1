using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Features;
using Schematic.Dashboard.Features;

namespace Schematic.Dashboard.Tests.Features;

public sealed class FeatureFormTests
{
    [Fact]
    public void A_name_is_enough()
    {
        var form = new FeatureForm { Name = " API calls " };

        Assert.Empty(Problems(form));
        var body = form.ToCreate();
        Assert.Equal(("API calls", FeatureType.Boolean), (body.Name, body.FeatureType));
        Assert.Equal(("api-calls", "API calls"), (body.Flag!.Key, body.Flag.Name));
    }

    [Theory]
    [InlineData(FeatureType.Event, "Name the event that is counted. It need not have been sent yet.")]
    [InlineData(FeatureType.Trait, "Choose the trait that holds the number.")]
    public void What_is_counted_must_be_named(FeatureType type, string problem) =>
        Assert.Equal([problem], Problems(new FeatureForm { Name = "Calls", FeatureType = type }));

    [Fact]
    public void A_name_without_a_letter_needs_a_key_for_its_flag()
    {
        var form = new FeatureForm { Name = "日本" };
        Assert.Equal(["Enter the key that applications ask for."], Problems(form));

        form.Key = " nihon ";
        Assert.Empty(Problems(form));
        Assert.Equal("nihon", form.ToCreate().Flag!.Key);

        form.HasFlag = false;
        Assert.Null(form.ToCreate().Flag);
    }

    [Fact]
    public void What_another_type_would_count_is_not_sent()
    {
        var form = new FeatureForm
        {
            Name = "Calls",
            FeatureType = FeatureType.Boolean,
            EventSubtype = "api_call",
            TraitId = "trdf_1",
        };

        var body = form.ToCreate();

        Assert.Null(body.EventSubtype);
        Assert.Null(body.TraitId);
    }

    [Fact]
    public void Texts_longer_than_the_api_takes_are_said_at_once() =>
        Assert.Equal(
            ["Use at most 512 characters.", "Use at most 1,024 characters."],
            Problems(new FeatureForm { Name = new string('x', 513), Description = new string('x', 1_025) })
        );

    private static IEnumerable<string?> Problems(FeatureForm form)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(form, new ValidationContext(form), results, validateAllProperties: true);
        return results.Select(static result => result.ErrorMessage);
    }
}
